import type { Metadata } from 'next';
import { ButtonLink } from './_components/ui/button';
import { EmptyState } from './_components/ui/empty-state';
import * as words from './_words';

export const metadata: Metadata = { title: words.errors.notFound };

export default function NotFound() {
  return (
    <EmptyState
      title={words.errors.notFound}
      text={words.errors.notFoundText}
      action={
        <ButtonLink href="/" look="primary">
          {words.errors.goHome}
        </ButtonLink>
      }
    />
  );
}
