/** A file of an archive, decoded. */
export interface ArchiveFile {
  readonly path: string;
  readonly text: string;
}

/** What is wrong with a file of an archive, at its place; lines and columns from 1. */
export interface ArchiveProblem {
  /** Its path in the archive. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
  readonly severity: 'error' | 'warning';
}

export const atTop = (file: string) => ({ file, line: 1, column: 1 });
