'use client';

import Link from 'next/link';
import { Button } from './_components/ui/button';
import { EmptyState } from './_components/ui/empty-state';
import * as words from './_words';

/** Whatever was not expected: general words, a way on. The server has logged the cause. */
export default function ErrorPage({ retry }: { error: unknown; retry: () => void }) {
  return (
    <EmptyState
      title={words.errors.title}
      text={words.errors.text}
      action={
        <>
          <Button look="primary" onClick={() => retry()}>
            {words.errors.retry}
          </Button>
          <Link href="/">{words.errors.goHome}</Link>
        </>
      }
    />
  );
}
