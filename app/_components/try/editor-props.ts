import type { FilmEnding } from '../stage/film/film';

/** What every editor of programs takes. */
export interface EditorProps {
  program: string;
  onChange: (program: string) => void;
  onRun: () => void;
  /** Where the run ended, marked in the text; null: nothing to mark. */
  ending: FilmEnding | null;
  /** The line that has just run. */
  line: number | null;
}

/** What is chosen of a text, in characters from its beginning. */
export interface Caret {
  readonly from: number;
  readonly to: number;
}
