/** dtype objects and ufunc objects as programs see them (descriptor.c, ufunc_object.c). */
import { attribute, define, method } from '../machine/builtin';
import { hashStr } from '../machine/format/hash';
import { Raised } from '../machine/raised';
import { TypeErrorType } from '../machine/types/exceptions';
import { bool, int, None, NotImplemented, str } from '../memory/atoms';
import type { Machine, PyObject } from '../memory/object';
import { type Args, axesOf, bindNumpy, castingOf, isTrue, outOf } from './arguments';
import { elementsOf } from './copy';
import { asArray, toArray } from './creation/from-object';
import { Bool, type DType, sameDType } from './dtype';
import { dtypeOf, optionalDType } from './dtype-of';
import type { Elem } from './element';
import { getItem, setItem } from './indexing/subscript';
import { type NdArray, newView } from './ndarray';
import { dtypeName, dtypeRepr, dtypeText, shortCode } from './print/dtype-text';
import { reduce } from './reduce/reduce';
import { accumulate } from './reduce/statistics';
import { scalar } from './scalar';
import { intTuple, makeTuple } from './tuple';
import { DTypeType, UfuncType } from './types';
import { callUfunc } from './ufunc/call';
import type { PyUfunc } from './ufunc/ufunc';

const self = (o: PyObject): DType => o as DType;

define(DTypeType, {
  repr: (vm, o) => str(dtypeRepr(vm, self(o))),
  str: (vm, o) => str(dtypeText(vm, self(o))),
  hash: (vm, o) => hashStr(dtypeText(vm, self(o))),
  compare: (vm, left, right, op) => {
    if (op !== '==' && op !== '!=') return vm.refuse('numpy.dtype', 'an order of dtypes');
    let other: DType;
    try {
      other = dtypeOf(vm, right);
    } catch (e) {
      if (!(e instanceof Raised)) throw e;
      vm.heap.decref(e.exception);
      return right.kind === 'str' ? bool(op === '!=') : NotImplemented;
    }
    return bool(sameDType(self(left), other) === (op === '=='));
  },
  bool: () => true,
  new: (vm, _cls, args, names) => {
    if (names.length > 0 || args.length !== 1) return vm.refuse('numpy.dtype', 'arguments of dtype');
    return dtypeOf(vm, args[0] as PyObject);
  },
  getItem: (vm, o, key) => {
    const field = self(o).fields?.find((f) => key.kind === 'str' && f.name === vm.str(key));
    return field?.dtype ?? vm.refuse('numpy.dtype', 'an index of a dtype');
  },
});
const text = (name: string, get: (t: DType) => string): void =>
  attribute<DType>(DTypeType, name, (_vm, t) => str(get(t)));
text('name', dtypeName);
text('kind', (t) => t.letter);
text('char', (t) => t.char);
text('str', shortCode);
text('byteorder', (t) =>
  t.itemsize === 1 || t.letter === 'O' || t.letter === 'S' || t.letter === 'V' ? '|' : '=',
);
attribute<DType>(DTypeType, 'itemsize', (_vm, t) => int(t.itemsize));
attribute<DType>(DTypeType, 'alignment', (_vm, t) => int(t.alignment));
attribute<DType>(DTypeType, 'num', (vm, t) =>
  t.num > 15 ? vm.refuse('numpy.dtype.num', 'the number of this dtype') : int(t.num),
);
attribute<DType>(DTypeType, 'type', (_vm, t) => t.scalarType);
attribute<DType>(DTypeType, 'names', (vm, t) =>
  t.fields === null
    ? None
    : makeTuple(
        vm,
        t.fields.map((f) => str(f.name)),
      ),
);
attribute<DType>(DTypeType, 'shape', (vm) => intTuple(vm, []));
attribute<DType>(DTypeType, 'ndim', () => int(0));
attribute<DType>(DTypeType, 'hasobject', (_vm, t) => bool(t.letter === 'O'));
attribute<DType>(DTypeType, 'isnative', () => bool(true));

// --- ufuncs

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
        `${u.name}() takes from ${u.nin} to ${u.nin + 1} positional arguments but ${given} were given`,
      );
    if (names.length === 0 && given === u.nin) return callUfunc(vm, u, args);
    const bound = bindNumpy(
      vm,
      u.name,
      'out=, *, where=, casting=, dtype=, order=, subok=',
      args.slice(u.nin),
      names,
    );
    const [out, where, casting, dtype] = bound;
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
    if (where !== undefined || initial !== undefined)
      return vm.refuse('numpy.ufunc.reduce', 'initial= or where=');
    const a = asArray(vm, o ?? None);
    try {
      return reduce(vm, u, a, {
        axes: axis === None ? null : (axesOf(vm, axis) ?? [0]),
        dtype: optionalDType(vm, dtype),
        out: outOf(vm, out),
        keepdims: isTrue(vm, keepdims),
      });
    } finally {
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
  if (a.kind !== 'ndarray' || b === undefined || a.ndim !== 1 || a.dtype.letter === 'O')
    return vm.refuse('numpy.ufunc.at', 'this form of ufunc.at');
  const places = toArray(vm, indices ?? None);
  const values = asArray(vm, b);
  try {
    if (!places.dtype.isInteger) vm.refuse('numpy.ufunc.at', 'indices that are no integers');
    const at = elementsOf(places);
    const given = elementsOf(values);
    at.forEach((i, k) => {
      const key = int(Number(i));
      const old = getItem(vm, a, key);
      const value = scalar(values.dtype, given[given.length === 1 ? 0 : k] as Elem);
      const made = callUfunc(vm, u, [old, value]);
      setItem(vm, a, key, made);
    });
    return None;
  } finally {
    vm.heap.decref(values);
    vm.heap.decref(places);
  }
});
