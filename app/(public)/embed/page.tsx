import type { Metadata } from 'next';
import { Embedded } from '../../_components/try/embedded';
import * as words from '../../_words';

export const metadata: Metadata = { title: words.play.title, robots: { index: false } };

/** A program, read step by step in a frame of another page. It knows no account and stores nothing. */
export default function EmbedPage() {
  return <Embedded />;
}
