import type { Fault, Run } from '@/lib/exercises/kinds/contract';
import type { Variant } from '@/lib/exercises/variant';
import type { MisconceptionId } from '@/lib/simulator/misconceptions';
import { shows } from './told-apart';

/**
 * The part of the variants on which a belief that the file names leads to another answer than the true one, at least:
 * an exercise may show one belief in some of its variants and another in others, but none in hardly any.
 */
const leastToldApart = 0.2;

/** Finds beliefs that a file names, and that its variants do not tell from the truth. */
export class Untold {
  private readonly shown = new Map<MisconceptionId, number>();
  private variants = 0;

  add(made: Extract<Variant, { status: 'made' }>, run: Run): void {
    this.variants += 1;
    for (const id of made.exercise.misconceptions ?? [])
      this.shown.set(id, (this.shown.get(id) ?? 0) + (shows(made, id, run) ? 1 : 0));
  }

  faults(): Fault[] {
    return [...this.shown].flatMap(([id, shown], index) => {
      if (shown >= leastToldApart * this.variants) return [];
      const wanted = `at least ${leastToldApart * 100} % are wanted`;
      const message = `${id} is told from the truth on ${shown} of ${this.variants} variants; ${wanted}.`;
      return [{ path: ['misconceptions', index], message }];
    });
  }
}
