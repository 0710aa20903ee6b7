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

const none: readonly Span[] = [];
const known = new WeakMap<Span, readonly Span[]>();

/** Where a run ended, as an editor marks it; the same list for the same ending. */
export function wrongIn(ending: FilmEnding | null | undefined): readonly Span[] {
  if (!ending?.span) return none;
  const found = known.get(ending.span) ?? [ending.span];
  known.set(ending.span, found);
  return found;
}

/** Characters from the beginning of a text to a place in it. */
export function offsetAt(text: string, { line, column }: GoTo): number {
  const lines = text.split('\n');
  const before = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0);
  return Math.min(before + Math.min(column, lines[line - 1]?.length ?? 0), text.length);
}

/** What is chosen of a text, in characters from its beginning. */
export interface Caret {
  readonly from: number;
  readonly to: number;
}
