import type { Position } from './ast';

/** Something the program is not allowed to hold, with its place: thrown before it runs. */
export class Unsupported {
  constructor(
    readonly place: Position,
    readonly feature: string,
    readonly message: string,
  ) {}
}
