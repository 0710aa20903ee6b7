/**
 * What CPython raises when a source does not compile. `MemoryError` and `RecursionError` are what
 * it raises for a source that nests too deeply.
 */
export type SyntaxErrorType =
  | 'SyntaxError'
  | 'IndentationError'
  | 'TabError'
  | 'MemoryError'
  | 'RecursionError';

/** A source is not a Python program, in CPython's words and at CPython's position. */
export class PythonSyntaxError {
  /**
   * @param line 1-based
   * @param column 1-based, in code points (CPython's `offset`); 0 where CPython knows the line alone
   * @param endLine null where CPython tells no end
   * @param endColumn 1-based and exclusive, null where CPython tells no end
   */
  constructor(
    readonly type: SyntaxErrorType,
    readonly message: string,
    readonly line: number,
    readonly column: number,
    readonly endLine: number | null = null,
    readonly endColumn: number | null = null,
  ) {}
}

/** The program is no Python, and to find out which error CPython reports takes longer than it is worth. */
export class TooKnotty {
  readonly message = 'What is wrong with the program takes too long to find out.';
}
