/** ufunc objects as programs see them (ufunc_object.c). */
import { attribute, define, method } from '../machine/builtin';
import { TypeErrorType } from '../machine/types/exceptions';
import { int, None, str } from '../memory/atoms';
import type { Machine, PyObject } from '../memory/object';
import { type Args, axesOf, bindNumpy, castingOf, isTrue, orderOf, outOf } from './arguments';
import { elementsOf } from './copy';
import { asArray, toArray } from './creation/from-object';
import { Bool, type DType } from './dtype';
import { optionalDType } from './dtype-of';
import type { Elem } from './element';
import { checkIndex } from './indexing/parse';
import { getItem, setItem } from './indexing/subscript';
import { type NdArray, newView } from './ndarray';
import { reduce } from './reduce/reduce';
import { accumulate } from './reduce/statistics';
import { scalar } from './scalar';
import { UfuncType } from './types';
import { callUfunc } from './ufunc/call';
import type { PyUfunc } from './ufunc/ufunc';

function arrayOption(vm: Machine, o: PyObject | undefined, dtype: DType): NdArray | null {
  return o === undefined ? null : toArray(vm, o, { dtype });
}

define(UfuncType, {
  repr: (_vm, o) => str(`<ufunc '${(o as PyUfunc).name}'>`),
  call: (vm, o, args, names) => {
    const u = o as PyUfunc;
    const given = args.length - names.length;
    if (given < u.nin || given > u.nin + 1)
      vm.raise(
        TypeErrorType,
        `${u.name}() takes from ${u.nin} to ${u.nin + 1} positional arguments but ${given} ${given === 1 ? 'was' : 'were'} given`,
      );
    if (names.length === 0 && given === u.nin) return callUfunc(vm, u, args);
    const bound = bindNumpy(
      vm,
      u.name,
      'out=, *, where=, casting=, dtype=, order=, subok=',
      args.slice(u.nin),
      names,
    );
    const [out, where, casting, dtype, order] = bound;
    if (orderOf(vm, order, 'K') !== 'K') vm.refuse(`numpy.${u.name}`, 'order= of a ufunc');
    const mask = arrayOption(vm, where, Bool);
    try {
      return callUfunc(vm, u, args.slice(0, u.nin), {
        out: outOf(vm, out),
        where: mask,
        casting: castingOf(vm, casting, 'same_kind'),
        dtype: optionalDType(vm, dtype),
      });
    } finally {
      if (mask !== null) vm.heap.decref(mask);
    }
  },
});
attribute<PyUfunc>(UfuncType, '__name__', (_vm, u) => str(u.name));
attribute<PyUfunc>(UfuncType, 'nin', (_vm, u) => int(u.nin));
attribute<PyUfunc>(UfuncType, 'nout', (_vm, u) => int(u.nout));
attribute<PyUfunc>(UfuncType, 'nargs', (_vm, u) => int(u.nin + u.nout));
attribute<PyUfunc>(UfuncType, 'identity', (_vm, u) =>
  u.entry.identity === undefined ? None : int(u.entry.identity),
);

const operation = (
  name: string,
  signature: string,
  code: (vm: Machine, u: PyUfunc, args: Args) => PyObject,
): void =>
  method<PyUfunc>(UfuncType, name, '*args, **kwargs', (vm, u, args, names) => {
    if (u.nin !== 2) vm.refuse(`numpy.ufunc.${name}`, `${name} of ${u.name}`);
    return code(vm, u, bindNumpy(vm, `ufunc.${name}`, signature, args as readonly PyObject[], names));
  });

operation(
  'reduce',
  'array, axis=!, dtype=, out=, keepdims=, initial=, where=',
  (vm, u, [o, axis, dtype, out, keepdims, initial, where]) => {
    const a = asArray(vm, o ?? None);
    const mask = arrayOption(vm, where, Bool);
    try {
      return reduce(vm, u, a, {
        axes: axis === None ? null : (axesOf(vm, axis) ?? [0]),
        dtype: optionalDType(vm, dtype),
        out: outOf(vm, out),
        keepdims: isTrue(vm, keepdims),
        initial: initial ?? null,
        where: mask,
      });
    } finally {
      if (mask !== null) vm.heap.decref(mask);
      vm.heap.decref(a);
    }
  },
);
operation('accumulate', 'array, axis=, dtype=, out=', (vm, u, [o, axis, dtype, out]) => {
  const a = asArray(vm, o ?? None);
  try {
    return accumulate(vm, u.name, a, axesOf(vm, axis)?.[0] ?? 0, optionalDType(vm, dtype), outOf(vm, out));
  } finally {
    vm.heap.decref(a);
  }
});
operation('outer', 'A, B', (vm, u, [x, y]) => {
  const [a, b] = [asArray(vm, x ?? None), asArray(vm, y ?? None)];
  // The first operand gets one axis behind for each axis of the second.
  const shape = [...a.shape, ...b.shape.map(() => 1)];
  const strides = [...a.strides, ...b.shape.map(() => 0)];
  const spread = newView(vm, a, shape, strides, a.offset);
  try {
    return callUfunc(vm, u, [spread, b]);
  } finally {
    vm.heap.decrefAll([spread, b, a]);
  }
});
operation('at', 'a, indices, b=', (vm, u, [o, indices, b]) => {
  const a = o as NdArray;
  if (a.kind !== 'ndarray' || b === undefined || a.ndim !== 1 || !a.dtype.isNumeric)
    return vm.refuse('numpy.ufunc.at', 'this form of ufunc.at');
  const places = toArray(vm, indices ?? None);
  const values = asArray(vm, b);
  try {
    if (!places.dtype.isInteger) vm.refuse('numpy.ufunc.at', 'indices that are no integers');
    const at = elementsOf(places);
    const given = elementsOf(values);
    // Every index is checked before anything is written.
    for (const i of at) checkIndex(vm, Number(i), a.shape[0] as number, 0);
    at.forEach((i, k) => {
      const key = int(Number(i));
      const old = getItem(vm, a, key);
      const value = scalar(values.dtype, given[given.length === 1 ? 0 : k] as Elem);
      const made = callUfunc(vm, u, [old, value]);
      // It writes whatever the flag says.
      const { writeable } = a;
      a.writeable = true;
      try {
        setItem(vm, a, key, made);
      } finally {
        a.writeable = writeable;
      }
    });
    return None;
  } finally {
    vm.heap.decref(values);
    vm.heap.decref(places);
  }
});
