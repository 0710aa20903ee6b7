/** Sorting elements (numpy/_core/src/npysort): numbers of large arrays as doubles, NaN last. */
import type { Elem } from '../element';
import { MANY } from '../runs';

type Compare = (x: Elem, y: Elem) => number;

/** The elements as doubles, if there are many and each is a number. */
function doubles(values: readonly Elem[]): Float64Array | null {
  if (values.length < MANY) return null;
  const keys = new Float64Array(values.length);
  for (let i = 0; i < values.length; i++) {
    const e = values[i];
    if (typeof e !== 'number') return null;
    keys[i] = e;
  }
  return keys;
}

function hasMinusZero(keys: Float64Array): boolean {
  for (let i = 0; i < keys.length; i++) if (keys[i] === 0 && Object.is(keys[i], -0)) return true;
  return false;
}

/** Sort in place; equal elements keep their order. */
export function sortElements(values: Elem[], compare: Compare): void {
  const keys = doubles(values);
  // The host puts -0 before 0.
  if (keys === null || hasMinusZero(keys)) {
    values.sort(compare);
    return;
  }
  keys.sort();
  for (let i = 0; i < keys.length; i++) values[i] = keys[i] as number;
}

/** Places of the elements in ascending order; those of equal elements keep theirs. */
export function sortedOrder(values: readonly Elem[], compare: Compare): number[] {
  const keys = doubles(values);
  const order = new Array<number>(values.length);
  if (keys === null) {
    for (let i = 0; i < order.length; i++) order[i] = i;
    return order.sort((x, y) => compare(values[x] as Elem, values[y] as Elem) || x - y);
  }
  const places = merged(keys);
  for (let i = 0; i < order.length; i++) order[i] = places[i] as number;
  return order;
}

/** Places in ascending order of their keys: runs of 1, 2, 4 … elements are merged, the keys with their places. */
function merged(keys: Float64Array): Int32Array {
  const n = keys.length;
  let from: Keyed = { keys, places: new Int32Array(n).map((_, i) => i) };
  let to: Keyed = { keys: new Float64Array(n), places: new Int32Array(n) };
  for (let width = 1; width < n; width *= 2) {
    for (let start = 0; start < n; start += 2 * width)
      mergeRuns(from, to, start, Math.min(start + width, n), width);
    [from, to] = [to, from];
  }
  return from.places;
}

interface Keyed {
  readonly keys: Float64Array;
  readonly places: Int32Array;
}

/** Two runs, from `start` and from `middle` on, become one. */
function mergeRuns(from: Keyed, to: Keyed, start: number, middle: number, width: number): void {
  const { keys, places } = from;
  const end = Math.min(middle + width, keys.length);
  let left = start;
  let right = middle;
  for (let k = start; k < end; k++) {
    const takesLeft =
      left < middle && (right >= end || !isBelow(keys[right] as number, keys[left] as number));
    const i = takesLeft ? left++ : right++;
    to.keys[k] = keys[i] as number;
    to.places[k] = places[i] as number;
  }
}

const isBelow = (x: number, y: number): boolean => x < y || (Number.isNaN(y) && !Number.isNaN(x));
