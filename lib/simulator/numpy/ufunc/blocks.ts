/** A ufunc over large arrays, block by block as NumPy's buffered iterator goes: no element becomes a value of its own. */
import { isC, type NdArray } from '../ndarray';
import { storeRun } from '../store-runs';
import { loadRun } from '../typed-runs';
import { blockLoop } from './block-loops';
import type { Loop } from './resolve';

/** Elements of a block: three of them stay in the processor's cache. */
const BLOCK = 4096;

/** An array whose elements lie one behind another in the order of the result, or a number that stands for all. */
export type BlockOperand = NdArray | number;

/** Whether the elements of an array lie one behind another in the order of a result of so many. */
export const isRun = (a: NdArray, n: number): boolean => a.size === n && isC(a);

/** Whether the array shows one element only, however often. */
export const isRepeated = (a: NdArray): boolean => a.shape.every((n, i) => n === 1 || a.strides[i] === 0);

/**
 * The bytes of the `n` results, or null: then the ufunc has no such loop, or some number is not exact as a double, and
 * the loop over elements has to be taken.
 */
export function inBlocks(
  name: string,
  loop: Loop,
  operands: readonly BlockOperand[],
  n: number,
  /** Called before each block with its operands. */
  before?: (x: Float64Array, y: Float64Array, size: number) => void,
): Uint8Array<ArrayBuffer> | null {
  const { letter, out: dtype } = loop;
  const type = loop.loop ?? dtype;
  const inner = blockLoop(letter, type.itemsize, name);
  if (inner === undefined) return null;
  const columns = operands.map((o) => {
    const column = new Float64Array(BLOCK);
    return typeof o === 'number' ? column.fill(o) : column;
  });
  const [x, y = x] = columns as [Float64Array, Float64Array?];
  const result = new Float64Array(BLOCK);
  const bytes = new Uint8Array(n * dtype.itemsize);
  for (let done = 0; done < n; done += BLOCK) {
    const size = Math.min(BLOCK, n - done);
    for (const [k, o] of operands.entries()) {
      if (typeof o === 'number') continue;
      const at = o.offset + done * o.dtype.itemsize;
      if (!loadRun(o.dtype, o.buffer, at, size, columns[k] as Float64Array)) return null;
    }
    before?.(x, y, size);
    inner(result, x, y, size, type.bits);
    if (!storeRun(dtype, bytes, done * dtype.itemsize, size, result)) return null;
  }
  return bytes;
}
