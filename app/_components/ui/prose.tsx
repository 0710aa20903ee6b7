import { Fragment, type ReactNode } from 'react';

/** A sentence in which Python stands between backticks. */
export function Prose({ text }: { text: string }): ReactNode {
  return text.split('`').map((part, i) =>
    // Every second part stood between backticks; parts never change places.
    // biome-ignore lint/suspicious/noArrayIndexKey: a sentence is split once and its parts keep their order
    i % 2 ? <code key={i}>{part}</code> : <Fragment key={i}>{part}</Fragment>,
  );
}

/** The same sentence as plain text, for labels. */
export function plain(text: string): string {
  return text.replaceAll('`', '');
}
