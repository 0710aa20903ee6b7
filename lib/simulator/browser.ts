/**
 * The simulator's door for browsers: it begins with the core, and fetches another part when a program needs that.
 * A run that needs a part which is not there is given up without a result and done again: it has no effects, so that
 * the trace is the one that `simulate` of `index.ts` gives.
 */
import { type PartName, PartNeeded } from './parts/part';
import { type SimulateOptions, simulate } from './simulate';
import type { format1 as toFormat1 } from './trace/format1';
import type { Trace } from './trace/trace';

export { elementsOf } from './trace/elements';
export { holders } from './trace/holders';
export { itemSize } from './trace/layout';
export { lessonSteps } from './trace/lesson-steps';
export { narrate } from './trace/narration';
export { stateAt } from './trace/state';

const LOAD: Readonly<Record<PartName, () => Promise<unknown>>> = {
  classes: () => import('./parts/classes'),
  formatting: () => import('./parts/formatting'),
  library: () => import('./parts/library'),
  match: () => import('./parts/match'),
  'names of types': () => import('./parts/names-of-types'),
  numpy: () => import('./parts/numpy'),
  'numpy computing': () => import('./parts/numpy-computing'),
  'numpy library': () => import('./parts/numpy-library'),
  'str methods': () => import('./parts/str-methods'),
  'syntax errors': () => import('./parts/syntax-errors'),
};

/** A trace in the recorder's format; its writer is fetched. Rejects where that fails. */
export async function format1(trace: Trace): Promise<ReturnType<typeof toFormat1>> {
  return (await import('./trace/format1')).format1(trace);
}

/** As `simulate`. Rejects where a part cannot be fetched. */
export async function simulateInParts(source: string, options: SimulateOptions = {}): Promise<Trace> {
  for (;;) {
    try {
      return simulate(source, options);
    } catch (thrown) {
      if (!(thrown instanceof PartNeeded)) throw thrown;
      await LOAD[thrown.part]();
    }
  }
}
