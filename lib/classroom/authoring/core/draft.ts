/** A draft is the two texts of an exercise folder. Everything else is computed from them. */
import { z } from 'zod';

/** Characters of exercise.yaml at most: fifteen times the longest of the catalogue. */
export const longestYaml = 65_536;
/** As the simulator bounds a program of an exercise. */
export const longestSnippet = 20_000;

/** Ends of lines as `\n`, and no byte order mark, as files are read. */
const plainText = (text: string): string => text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');

export const draftSchema = z.strictObject({
  /** exercise.yaml */
  yaml: z
    .string()
    .max(longestYaml, { error: 'exercise.yaml has 65,536 characters at most.' })
    .transform(plainText),
  /** snippet.py */
  snippet: z
    .string()
    .max(longestSnippet, { error: 'The program has 20,000 characters at most.' })
    .transform(plainText),
});
export type DraftText = z.infer<typeof draftSchema>;

const draftFiles = ['exercise.yaml', 'snippet.py'] as const;
export type DraftFile = (typeof draftFiles)[number];

/** What is wrong with a draft, at its place; lines and columns from 1. An error keeps it from being published. */
export interface DraftProblem {
  readonly file: DraftFile;
  readonly line: number;
  readonly column: number;
  readonly message: string;
  readonly severity: 'error' | 'warning';
}

/** In the order in which they stand: exercise.yaml first, each file from its top. */
export const inOrder = (problems: readonly DraftProblem[]): DraftProblem[] =>
  problems.toSorted(
    (a, b) =>
      draftFiles.indexOf(a.file) - draftFiles.indexOf(b.file) || a.line - b.line || a.column - b.column,
  );
