/**
 * Parts of the simulator that many programs do not need. On the server all of them are there (`parts/all.ts`); a browser
 * fetches one when a run asks for it (`browser.ts`). A run never goes on without a part that it needs.
 */
export type PartName =
  | 'classes'
  | 'formatting'
  | 'library'
  | 'match'
  | 'names of types'
  | 'numpy'
  | 'numpy computing'
  | 'numpy library'
  | 'str methods'
  | 'syntax errors';

/** Thrown through a run that needs a part which is not there. It is no exception of Python: no program can catch it. */
export class PartNeeded {
  constructor(readonly part: PartName) {}
}

const present = new Set<PartName>();

/** Say that a part has been loaded. */
export function provide(part: PartName): void {
  present.add(part);
}

/** Throws `PartNeeded` where a part has not been loaded. */
export function need(part: PartName): void {
  if (!present.has(part)) throw new PartNeeded(part);
}

/** Code that stands in a part, for the code outside that calls it. */
export class Late<T> {
  private value: T | null = null;
  constructor(private readonly part: PartName) {}
  /** Called once, when the part is loaded. */
  set(value: T): void {
    this.value = value;
  }
  /** Throws `PartNeeded` where the part has not been loaded. */
  get(): T {
    if (this.value === null) throw new PartNeeded(this.part);
    return this.value;
  }
}
