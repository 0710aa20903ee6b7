'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import type { ActionResult } from '@/lib/web';
import { words } from '../../_words';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';

interface StartProps {
  input: { courseId: string; quizSlug: string };
  again: boolean;
  start: (input: unknown) => Promise<ActionResult<{ number: number }>>;
}

/** Opens an attempt when asked to: looking at the page uses none up. */
export function StartQuiz({ input, again, start }: StartProps) {
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const press = async () => {
    setBusy(true);
    setError(null);
    const result = await start(input).catch(() => null);
    if (result?.ok) return router.refresh();
    setBusy(false);
    setError(result ? `${result.error.message} ${result.error.remedy ?? ''}` : words.quiz.startFailed);
  };
  return (
    <>
      {error && <Notice tone="error" title={error} />}
      <p>
        <Button look="primary" onClick={press} disabled={busy}>
          {again ? words.quiz.again : words.quiz.start}
        </Button>
      </p>
    </>
  );
}
