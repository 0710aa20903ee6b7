import { useMemo } from 'react';
import type { FilmEnding } from '../stage/film/film';

/** A part of a text: lines from 1, columns from 0, end exclusive. */
export type Span = NonNullable<FilmEnding['span']>;

/** A place to write on, asked for once more with each new object. */
export interface GoTo {
  readonly line: number;
  /** From 0. */
  readonly column: number;
}

/** What every editor of programs takes. */
export interface EditorProps {
  program: string;
  onChange: (program: string) => void;
  onRun: () => void;
  /** What is wrong, marked in the text: where a run ended, or where a file has errors. */
  wrong: readonly Span[];
  /** The line that has just run. */
  line: number | null;
  /** What the editor is called; by itself the editor of a program. */
  label?: string;
  /** 'text': not Python. */
  language?: 'python' | 'text';
  goTo?: GoTo | null;
}

/** Where a run ended, as an editor marks it; the same list for the same ending. */
export function useWrong(ending: FilmEnding | null | undefined): readonly Span[] {
  const span = ending?.span;
  return useMemo(() => (span ? [span] : []), [span]);
}

/** Characters from the beginning of a text to a place in it. */
export function offsetAt(text: string, { line, column }: GoTo): number {
  const lines = text.split('\n').slice(0, line);
  const last = lines.pop() ?? '';
  return [...lines, last.slice(0, column)].join('\n').length;
}

/** What is chosen of a text, in characters from its beginning. */
export interface Caret {
  readonly from: number;
  readonly to: number;
}
