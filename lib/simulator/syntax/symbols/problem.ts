import type { Position } from '../ast';

/** What the symbol table or the compiler refuses; the caller makes it a `PythonSyntaxError`. */
export class TreeProblem {
  constructor(
    readonly message: string,
    readonly place: Position,
    readonly type: 'SyntaxError' | 'RecursionError' = 'SyntaxError',
  ) {}
}
