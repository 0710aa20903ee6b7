/** Whether arrays have bytes in common (numpy/_core/src/common/mem_overlap.c). */
import type { Machine, PyObject } from '../memory/object';
import { asArray } from './creation/from-object';
import { extent, offsets } from './iterate';
import { isC, isF, type NdArray } from './ndarray';

/** Two buffers may stand for the bytes of one object (`np.frombuffer`). */
const sameMemory = (a: Uint8Array, b: Uint8Array): boolean =>
  a.buffer === b.buffer && a.byteOffset === b.byteOffset;

const meets = (a: NdArray, b: NdArray): boolean => {
  if (!sameMemory(a.buffer.bytes, b.buffer.bytes)) return false;
  if (a.size === 0 || b.size === 0) return false;
  const [from, to] = extent(a);
  const [low, high] = extent(b);
  return from < high && low < to;
};

const gapless = (a: NdArray): boolean => isC(a) || isF(a);

function both(vm: Machine, x: PyObject, y: PyObject, test: (a: NdArray, b: NdArray) => boolean): boolean {
  const [a, b] = [asArray(vm, x), asArray(vm, y)];
  const answer = test(a, b);
  vm.heap.decref(b);
  vm.heap.decref(a);
  return answer;
}

/** `np.may_share_memory`: only the bounds are compared. */
export const mayShareMemory = (vm: Machine, x: PyObject, y: PyObject): boolean => both(vm, x, y, meets);

/** Elements that are looked at in one unit of work. */
const LOOKED_AT = 16;

/** `np.shares_memory`: exact, by the bytes touched; memory without gaps is told by its bounds. */
export const sharesMemory = (vm: Machine, x: PyObject, y: PyObject): boolean =>
  both(vm, x, y, (a, b) => {
    if (!meets(a, b)) return false;
    if (gapless(a) && gapless(b)) return true;
    vm.charge(0, (a.size + b.size) / LOOKED_AT);
    const [low, high] = extent(a);
    const touched = new Uint8Array(high - low);
    for (const at of offsets(a)) touched.fill(1, at - low, at - low + a.dtype.itemsize);
    return offsets(b).some((at) => {
      for (let i = at - low; i < at - low + b.dtype.itemsize; i++) if (touched[i] === 1) return true;
      return false;
    });
  });
