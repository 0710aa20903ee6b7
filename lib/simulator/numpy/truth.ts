/** Whether an element counts as true. */
import type { Machine, PyObject } from '../memory/object';
import type { DType } from './dtype';
import type { Elem } from './element';

export function isTruthy(vm: Machine, t: DType, e: Elem): boolean {
  if (t.letter === 'O') return vm.truth(e as PyObject);
  if (t.letter === 'c') return (e as { re: number; im: number }).re !== 0 || (e as { im: number }).im !== 0;
  if (t.letter === 'U') return e !== '';
  if (e instanceof Uint8Array) return e.some((byte) => byte !== 0);
  return e !== 0;
}
