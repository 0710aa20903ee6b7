/** Reductions of large arrays that lie in memory in C order, over doubles: no element becomes a value of its own. */
import { Float32 } from '../dtype';
import type { Elem } from '../element';
import { isC, type NdArray, sizeOf } from '../ndarray';
import { MANY } from '../runs';
import { loadRun } from '../typed-runs';
import type { Loop } from '../ufunc/resolve';
import { walk } from '../work';
import { exactInAnyOrder, pairwiseSum } from './pairwise';

/** Combine what was found so far with an element. */
type Step = (had: number, e: number) => number;

const STEPS: ReadonlyMap<string, Step> = new Map<string, Step>([
  ['add', (x, y) => x + y],
  ['multiply', (x, y) => x * y],
  ['maximum', (x, y) => (x >= y || Number.isNaN(x) ? x : y)],
  ['minimum', (x, y) => (x <= y || Number.isNaN(x) ? x : y)],
  ['logical_or', (x, y) => (x !== 0 || y !== 0 ? 1 : 0)],
  ['logical_and', (x, y) => (x !== 0 && y !== 0 ? 1 : 0)],
]);

/** Lengths of the axes before, among and behind those that are reduced; null where others stand between them. */
function around(shape: readonly number[], isReduced: readonly boolean[]): [number, number, number] | null {
  const long = isReduced.filter((_, i) => shape[i] !== 1);
  const lengths = shape.filter((n) => n !== 1);
  const from = long.indexOf(true);
  const to = long.lastIndexOf(true) + 1;
  if (from < 0 || long.slice(from, to).includes(false)) return null;
  return [sizeOf(lengths.slice(0, from)), sizeOf(lengths.slice(from, to)), sizeOf(lengths.slice(to))];
}

/**
 * The results of all cells, or null where the elements must be taken one by one: another operation or order, or a
 * number that is not exact as a double. `plain`: without a mask, and in the order of memory. `first`: what each result
 * begins with; undefined: its first element.
 */
export function foldRuns(
  name: string,
  loop: Loop,
  a: NdArray,
  isReduced: readonly boolean[],
  plain: boolean,
  first: Elem | undefined,
): Elem[] | null {
  const step = STEPS.get(name);
  const { size } = a;
  const sums = name === 'add' && loop.letter === 'f';
  if (step === undefined || size < MANY || !plain || !isC(a) || !'bif'.includes(loop.letter)) return null;
  // Elements of another type are converted; only integers and sums of floats stay what they are.
  const converted = loop.loop !== null && loop.loop !== a.dtype;
  if (converted && !(loop.letter === 'i' ? loop.loop?.itemsize === 8 : sums && loop.loop !== Float32))
    return null;
  if (converted && loop.letter === 'i' && a.dtype.letter === 'f') return null;
  // Narrow integers wrap.
  if ((name === 'add' || name === 'multiply') && loop.letter === 'i' && loop.out.itemsize !== 8) return null;
  if (first !== undefined && typeof first !== 'number') return null;
  const lengths = around(a.shape, isReduced);
  if (lengths === null) return null;
  walk(a, size);
  const values = new Float64Array(size);
  if (!loadRun(a.dtype, a.buffer, a.offset, size, values)) return null;
  const [outer, length, inner] = lengths;
  if (sums && inner === 1) {
    if (converted && size > 8192 && !exactInAnyOrder(values, false)) return null;
    const round = loop.out === Float32 ? Math.fround : (x: number): number => x;
    return Array.from({ length: outer }, (_, i) =>
      round((first as number) + pairwiseSum(values, i * length, length, round)),
    );
  }
  if (loop.out === Float32 && name !== 'maximum' && name !== 'minimum') return null;
  return folded(step, values, lengths, first, loop.letter === 'i');
}

/** Every result of integers on the way must be exact; else null. */
function folded(
  step: Step,
  values: Float64Array,
  [outer, length, inner]: readonly [number, number, number],
  first: number | undefined,
  whole: boolean,
): number[] | null {
  const cells: number[] = [];
  for (let o = 0; o < outer; o++)
    for (let k = 0; k < inner; k++) {
      let at = o * length * inner + k;
      const end = at + length * inner;
      let had = first ?? (values[at] as number);
      if (first === undefined) at += inner;
      for (; at < end; at += inner) {
        had = step(had, values[at] as number);
        if (whole && !Number.isSafeInteger(had)) return null;
      }
      cells.push(had);
    }
  return cells;
}
