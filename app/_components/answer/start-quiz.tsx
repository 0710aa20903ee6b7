'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import type { ActionResult } from '@/lib/web';
import * as words from '../../_words';
import { Button, type ButtonLook } from '../ui/button';
import { Notice } from '../ui/notice';
import { markStarted } from './just-started';

interface StartProps {
  input: { courseId: string; quizSlug: string; variant?: 'fresh' | 'same' };
  word: string;
  start: (input: unknown) => Promise<ActionResult<{ number: number }>>;
  /** Where the attempt will be, where that is another page. */
  leadsTo?: string;
  look?: ButtonLook;
  wide?: boolean;
}

/** Opens an attempt when asked to: looking at the page uses none up. */
export function StartQuiz({ input, word, start, leadsTo, look = 'primary', wide = false }: StartProps) {
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const press = async () => {
    setBusy(true);
    setError(null);
    const result = await start(input).catch(() => null);
    if (result?.ok) {
      markStarted();
      if (leadsTo) router.push(leadsTo);
      router.refresh();
      return;
    }
    setBusy(false);
    setError(result ? `${result.error.message} ${result.error.remedy ?? ''}` : words.quiz.startFailed);
  };
  return (
    <>
      {error && <Notice tone="error" title={error} />}
      <p>
        <Button look={look} wide={wide} onClick={press} busy={busy}>
          {word}
        </Button>
      </p>
    </>
  );
}
