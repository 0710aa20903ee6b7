/** array, asarray, copy … : when a copy is made and when the array itself comes back (multiarraymodule.c). */

import { signature } from '../../machine/builtin';
import { TypeErrorType } from '../../machine/types/exceptions';
import { None, PyBool, PyStr } from '../../memory/atoms';
import type { PyList } from '../../memory/containers';
import type { Machine, PyObject } from '../../memory/object';
import { ownValue } from '../../trace/own-value';
import { bindNumpy, isTrue, numpyFunction, optionalIndex, orderOf } from '../arguments';
import { copyOf } from '../copy';
import { PyNumpyFunction } from '../dispatcher';
import { optionalDType } from '../dtype-of';
import type { NdArray } from '../ndarray';
import { toArray } from './from-object';

function copyMode(vm: Machine, o: PyObject | undefined, whenAbsent: boolean | null): boolean | null {
  if (o === undefined) return whenAbsent;
  return o instanceof PyBool ? o.truth : vm.truth(o);
}

function makeArray(vm: Machine, args: readonly (PyObject | undefined)[], copy: boolean | null): NdArray {
  const [o, dtype, , order, subok, ndmin] = args;
  return toArray(vm, o ?? None, {
    dtype: optionalDType(vm, dtype),
    copy,
    order: orderOf(vm, order, 'K'),
    subok: isTrue(vm, subok),
    ndmin: optionalIndex(vm, ndmin, 0),
  });
}

/** The binder reads None as left out; `copy=None` means: only if needed. */
const ARRAY = 'object, dtype=, *, copy=, order=, subok=, ndmin=, like=';
const arrayFunction = new PyNumpyFunction(
  'array',
  'numpy',
  signature('*args, **kwargs'),
  (vm, args, names) => {
    const given = args as readonly PyObject[];
    if (names.length === 0 && given.length === 1) return toArray(vm, given[0] as PyObject, { copy: true });
    if (given.length === names.length && !names.includes('object'))
      return vm.raise(TypeErrorType, "array() missing required argument 'object' (pos 0)");
    const at = names.indexOf('copy');
    const value = at < 0 ? undefined : given[given.length - names.length + at];
    const copy = value === None ? null : copyMode(vm, value, true);
    return makeArray(vm, bindNumpy(vm, 'array', ARRAY, given, names), copy);
  },
);

const like = (name: string, subok: boolean, order: 'C' | 'F' | 'K', ndmin = 0) =>
  numpyFunction(name, 'a, dtype=, order=, *, device=, copy=, like=', (vm, [o, dtype, given, , copy]) =>
    toArray(vm, o as PyObject, {
      dtype: optionalDType(vm, dtype),
      copy: copyMode(vm, copy, null),
      order: orderOf(vm, given, order),
      subok,
      ndmin,
    }),
  );

const REQUIREMENTS: Readonly<Record<string, string>> = {
  C: 'C',
  C_CONTIGUOUS: 'C',
  CONTIGUOUS: 'C',
  F: 'F',
  F_CONTIGUOUS: 'F',
  FORTRAN: 'F',
  A: 'A',
  ALIGNED: 'A',
  W: 'W',
  WRITEABLE: 'W',
  O: 'O',
  OWNDATA: 'O',
  E: 'E',
  ENSUREARRAY: 'E',
};

const sequenceOf = (vm: Machine, o: PyObject): readonly PyObject[] =>
  o.kind === 'list' || o.kind === 'tuple'
    ? (o as PyList).items
    : vm.refuse('numpy.require', 'these requirements');

/** `np.require(a, dtype, requirements)` */
const require = numpyFunction('require', 'a, dtype=, requirements=, *, like=', (vm, [o, dtype, wanted]) => {
  const items = wanted === undefined ? [] : wanted instanceof PyStr ? [...wanted.value].map((c) => c) : null;
  const names = items ?? sequenceOf(vm, wanted as PyObject).map((i) => vm.str(i));
  const needs = new Set(
    names.map(
      (n) => ownValue(REQUIREMENTS, n.toUpperCase()) ?? vm.refuse('numpy.require', `the requirement ${n}`),
    ),
  );
  const order = needs.has('F') ? 'F' : needs.has('C') ? 'C' : 'A';
  const a = toArray(vm, o as PyObject, { dtype: optionalDType(vm, dtype), order, subok: !needs.has('E') });
  if ((needs.has('O') && !a.owns) || (needs.has('W') && !a.writeable)) {
    const made = copyOf(vm, a, order);
    vm.heap.decref(a);
    return made;
  }
  return a;
});

export const CONVERSIONS = [
  arrayFunction,
  like('asarray', false, 'K'),
  like('asanyarray', true, 'K'),
  like('ascontiguousarray', false, 'C', 1),
  like('asfortranarray', false, 'F', 1),
  numpyFunction('copy', 'a, order=, subok=', (vm, [o, order, subok]) =>
    toArray(vm, o as PyObject, { copy: true, order: orderOf(vm, order, 'K'), subok: isTrue(vm, subok) }),
  ),
  require,
];
