/** Something wrong in a content file, at its place. An error keeps the file out; a warning does not. */
export interface ContentProblem {
  readonly severity: 'error' | 'warning';
  /** Below the content folder, such as reference-counts/two-names-one-array/exercise.yaml. */
  readonly file: string;
  /** Both from 1. */
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** `file:line:column: error: message`, as editors know it. */
export function problemText(problem: ContentProblem): string {
  const { file, line, column, severity, message } = problem;
  return `${file}:${line}:${column}: ${severity}: ${message}`;
}
