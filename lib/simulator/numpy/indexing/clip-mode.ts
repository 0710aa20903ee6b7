/** `mode=` of take, put and choose: what becomes of an index out of range (PyArray_ClipmodeConverter). */
import { PyStr } from '../../memory/atoms';
import type { Machine, PyObject } from '../../memory/object';
import { checkIndex } from './parse';

export type ClipMode = 'raise' | 'wrap' | 'clip';

/** Refuses other spellings, of which NumPy takes some. */
export function clipModeOf(vm: Machine, o: PyObject | undefined, name: string): ClipMode {
  if (o === undefined) return 'raise';
  const mode = o instanceof PyStr ? o.value : '';
  if (mode !== 'raise' && mode !== 'wrap' && mode !== 'clip')
    return vm.refuse(`numpy.${name}`, `this mode= of ${name}`);
  return mode;
}

/** The place from 0 on that an index of `n` names. Raises IndexError by mode `raise`. */
export function placeOf(vm: Machine, mode: ClipMode, i: number, n: number, axis: number): number {
  if (mode === 'raise') return checkIndex(vm, i, n, axis);
  return mode === 'wrap' ? ((i % n) + n) % n : Math.min(Math.max(i, 0), n - 1);
}
