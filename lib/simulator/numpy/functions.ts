/** The other functions of numpy: choosing, sorting, comparing, memory, printing. */
import { signature } from '../machine/builtin';
import { TypeErrorType, ValueErrorType } from '../machine/types/exceptions';
import { bool, int, None, PyInt, PyStr, str } from '../memory/atoms';
import type { KeywordNames, Machine, PyObject } from '../memory/object';
import { axisOf, bindNumpy, functionType, isTrue, numpyFunction, optionalIndex, outOf } from './arguments';
import { arrayOf, castAll, elementsOf } from './copy';
import { asArray, toArray } from './creation/from-object';
import { PyNumpyFunction } from './dispatcher';
import { Bool, Float64, Int64 } from './dtype';
import { dtypeOf } from './dtype-of';
import type { Elem } from './element';
import { normalAxis } from './exceptions';
import { argwhere, CHOICES, COMPRESS, nonzero, nonzeroRows, sortInPlace, where } from './indexing/choose';
import { sortedOrder } from './indexing/sorting';
import { libraryFunction } from './late-library';
import { leaveFunction } from './library-frames';
import { dot, inner, matmul } from './linear';
import { mayShareMemory, sharesMemory } from './memory-overlap';
import { hiddenView, type NdArray, newView, stridesFor } from './ndarray';
import { arrayRepr, arrayStr } from './print/array';
import { canCast, promote, resultType } from './promotion';
import { ascending, PTP, STATISTICS, trace } from './reduce/statistics';
import { elementOf, scalar } from './scalar';
import { broadcastArrays, broadcastTo } from './shape/broadcast';
import { meshgrid, withArray } from './shape/functions';
import { flatten, ravel } from './shape/reshape';
import { isTruthy } from './truth';
import { intTuple, makeTuple } from './tuple';
import { callUfunc } from './ufunc/call';
import { operandOf, release } from './ufunc/operand';
import { ufunc } from './ufunc/ufunc';
import { chargeLoop, chargePicks, chargeSort } from './work';

/** A function that takes any number of positional arguments before its keywords. */
function variadic(
  name: string,
  keywords: string,
  code: (vm: Machine, args: readonly PyObject[], rest: readonly (PyObject | undefined)[]) => PyObject,
): PyNumpyFunction {
  return new PyNumpyFunction(
    name,
    'numpy',
    signature('*args, **kwargs'),
    (vm, args, names: KeywordNames) => {
      const given = args as readonly PyObject[];
      const positional = given.slice(0, given.length - names.length);
      try {
        return code(vm, positional, bindNumpy(vm, name, keywords, given.slice(positional.length), names));
      } catch (e) {
        leaveFunction(vm, name, given, e);
        throw e;
      }
    },
    functionType(name),
  );
}

const outer = numpyFunction('outer', 'a, b, out=', (vm, [x, y, out]) => {
  const [a, b] = [asArray(vm, x as PyObject), asArray(vm, y as PyObject)];
  const [left, right] = [ravel(vm, a), ravel(vm, b)];
  const column = newView(vm, left, [left.size, 1], [left.strides[0] as number, 0], left.offset);
  const row = newView(vm, right, [1, right.size], [0, right.strides[0] as number], right.offset);
  try {
    return callUfunc(vm, ufunc('multiply'), [column, row], { out: outOf(vm, out) });
  } finally {
    vm.heap.decrefAll([row, column, right, left, b, a]);
  }
});

/** Sorted values without repetition; further results on request. */
const unique = numpyFunction(
  'unique',
  'ar, return_index=, return_inverse=, return_counts=, axis=',
  (vm, [o, index, inverse, counts, axis]) => {
    if (axis !== undefined) return vm.refuse('numpy.unique', 'axis= of unique');
    const a = asArray(vm, o as PyObject);
    try {
      const compare = ascending(vm, a.dtype);
      const values = elementsOf(a);
      chargeSort(vm, values.length);
      const order = sortedOrder(values, compare);
      const firsts: number[] = [];
      const places = new Array<number>(values.length);
      const times: number[] = [];
      order.forEach((i, k) => {
        const previous = order[k - 1];
        if (previous === undefined || compare(values[previous] as Elem, values[i] as Elem) !== 0) {
          firsts.push(i);
          times.push(0);
        }
        places[i] = firsts.length - 1;
        times[times.length - 1] = (times.at(-1) as number) + 1;
      });
      const made = (list: number[]): NdArray => arrayOf(vm, Int64, [list.length], list);
      const result = arrayOf(
        vm,
        a.dtype,
        [firsts.length],
        firsts.map((i) => values[i] as Elem),
      );
      const parts: PyObject[] = [result];
      if (isTrue(vm, index)) parts.push(made(firsts));
      if (isTrue(vm, inverse)) {
        // It is reshaped like the array.
        const strides = stridesFor(a.shape, 8);
        parts.push(hiddenView(vm, made(places), a.shape, strides));
      }
      if (isTrue(vm, counts)) parts.push(made(times));
      return parts.length === 1 ? result : makeTuple(vm, parts);
    } finally {
      vm.heap.decref(a);
    }
  },
);

/** `np.gradient(f)` of one axis with unit steps. */
const gradient = withArray((vm, a, [spacing, axis, order]) => {
  if (
    a.ndim !== 1 ||
    spacing !== undefined ||
    axis !== undefined ||
    order !== undefined ||
    a.dtype.letter === 'c' ||
    a.dtype.letter === 'O'
  )
    return vm.refuse('numpy.gradient', 'this form of gradient');
  if (a.size < 2)
    vm.raise(
      ValueErrorType,
      'Shape of array too small to calculate a numerical gradient, at least (edge_order + 1) elements are required.',
    );
  const t = a.dtype.letter === 'f' ? a.dtype : Float64;
  const x = castAll(vm, a.dtype, Float64, elementsOf(a)) as number[];
  const at = (i: number): number => x[i] as number;
  const n = x.length;
  const out = x.map((_, i) =>
    i === 0 ? at(1) - at(0) : i === n - 1 ? at(n - 1) - at(n - 2) : (at(i + 1) - at(i - 1)) / 2,
  );
  return arrayOf(vm, t, [n], t === Float64 ? out : out.map(Math.fround));
});

/** Whether two arrays are equal, element by element, in shape and value. */
function arrayEqual(vm: Machine, x: PyObject, y: PyObject): boolean {
  const [a, b] = [asArray(vm, x), asArray(vm, y)];
  try {
    if (a.ndim !== b.ndim || a.shape.some((n, i) => n !== b.shape[i])) return false;
    const equal = callUfunc(vm, ufunc('equal'), [a, b]);
    const same = 'buffer' in equal ? elementsOf(equal as NdArray).every((e) => e !== 0) : vm.truth(equal);
    vm.heap.decref(equal);
    return same;
  } finally {
    vm.heap.decref(b);
    vm.heap.decref(a);
  }
}

const statistics = STATISTICS.filter(([name]) => name !== 'clip').map(([name, text, op]) =>
  numpyFunction(name, text === '' ? 'a' : `a, ${text}`, withArray(op)),
);
const aliases = [
  ['amax', 'max'],
  ['amin', 'min'],
  ['around', 'round'],
].map(([alias, name]) => {
  const [, text, op] = STATISTICS.find((s) => s[0] === name) as (typeof STATISTICS)[number];
  return numpyFunction(alias as string, `a, ${text}`, withArray(op));
});
const choices = CHOICES.map(([name, text, op]) =>
  numpyFunction(name, text === '' ? 'a' : `a, ${text}`, withArray(op)),
);
const clip = STATISTICS.find(([name]) => name === 'clip')?.[2];

function typesOf(vm: Machine, args: readonly PyObject[]): PyObject {
  const operands = args.map((o) =>
    o.kind === 'dtype' || o.kind === 'type' || o instanceof PyStr ? null : operandOf(vm, o),
  );
  const strong = operands.flatMap((o, i) =>
    o === null ? [dtypeOf(vm, args[i] as PyObject)] : o.weak === null ? [o.dtype] : [],
  );
  const weak = operands.flatMap((o) => (o === null || o.weak === null ? [] : [o.weak]));
  if (weak.length > 0 && strong.some((t) => t.letter === 'U' || t.letter === 'S'))
    vm.refuse('numpy.result_type', 'the common type of text and a Python number');
  release(
    vm,
    operands.filter((o) => o !== null),
  );
  return resultType(strong, weak) ?? vm.refuse('numpy.result_type', 'types without a common type');
}

export const FUNCTIONS = [
  ...statistics,
  ...aliases,
  ...choices,
  numpyFunction(
    'clip',
    'a, a_min=!, a_max=!, out=, *, min=, max=',
    withArray((vm, a, [low, high, out, min, max]) => {
      // One bound of the two cannot be left out.
      if ((low === undefined) !== (high === undefined))
        vm.raise(
          TypeErrorType,
          `clip() missing 1 required positional argument: '${low === undefined ? 'a_min' : 'a_max'}'`,
        );
      const given = (bound: PyObject | undefined): PyObject | undefined =>
        bound === None ? undefined : bound;
      return clip?.(vm, a, [given(low) ?? min, given(high) ?? max, out]) ?? None;
    }),
  ),
  numpyFunction('ptp', 'a, axis=, out=, keepdims=', withArray(PTP)),
  numpyFunction('compress', 'condition, a, axis=, out=', (vm, [condition, o, axis, out]) =>
    withArray((m, a, rest) => COMPRESS(m, a, rest))(vm, [o, condition, axis, out]),
  ),
  numpyFunction('extract', 'condition, arr', (vm, [condition, o]) => {
    const [mask, a] = [asArray(vm, condition as PyObject), asArray(vm, o as PyObject)];
    if (mask.size > a.size) vm.refuse('numpy.extract', 'extract with a condition longer than the array');
    const chosen = elementsOf(mask);
    const values = elementsOf(a).filter(
      (_, i) => chosen[i] !== undefined && isTruthy(vm, mask.dtype, chosen[i]),
    );
    const made = arrayOf(vm, a.dtype, [values.length], values);
    vm.heap.decrefAll([a, mask]);
    return made;
  }),
  numpyFunction(
    'where',
    'condition, x=, y=',
    withArray((vm, a, [x, y]) => {
      if (x === undefined && y === undefined) return nonzero(vm, a, '');
      if (x === undefined || y === undefined)
        return vm.raise(ValueErrorType, 'either both or neither of x and y should be given');
      return where(vm, a, x, y);
    }, false),
  ),
  numpyFunction('argwhere', 'a', withArray(argwhere)),
  numpyFunction(
    'flatnonzero',
    'a',
    withArray((vm, a) => {
      const flat = ravel(vm, a);
      const rows = nonzeroRows(vm, flat);
      vm.heap.decref(flat);
      return hiddenView(vm, rows, [rows.shape[0] as number], [8]);
    }),
  ),
  numpyFunction(
    'count_nonzero',
    'a, axis=',
    withArray((vm, a, [axis]) => {
      if (axis !== undefined) return vm.call(libraryFunction('count_along'), [a, axis]);
      chargeLoop(vm, a.size, false);
      let n = 0;
      for (const e of elementsOf(a)) if (isTruthy(vm, a.dtype, e)) n++;
      return scalar(Int64, n);
    }),
  ),
  numpyFunction('sort', 'a, axis=!, kind=, order=, *, stable=', (vm, [o, axis, ...rest]) => {
    let a = toArray(vm, o as PyObject, { copy: true });
    if (axis === None) {
      const flat = flatten(vm, a, 'C');
      vm.heap.decref(a);
      a = flat;
    }
    try {
      sortInPlace(vm, a, [axis === None ? undefined : axis, ...rest]);
    } catch (e) {
      vm.heap.decref(a);
      throw e;
    }
    return a;
  }),
  unique,
  numpyFunction('gradient', 'f, spacing=, axis=, edge_order=', gradient),
  numpyFunction(
    'bincount',
    'x, weights=, minlength=',
    withArray((vm, a, [weights, least]) => {
      if (weights !== undefined || a.ndim !== 1 || !(a.dtype.isInteger || a.dtype === Bool))
        return vm.refuse('numpy.bincount', 'this form of bincount');
      const values = elementsOf(a) as number[];
      if (values.some((v) => v < 0))
        vm.raise(ValueErrorType, "'list' argument must have no negative elements");
      chargePicks(vm, a.size);
      let n = optionalIndex(vm, least, 0);
      for (const v of values) n = Math.max(n, v + 1);
      vm.charge(8 * n);
      const counts = new Array<number>(n).fill(0);
      for (const v of values) counts[v] = (counts[v] as number) + 1;
      return arrayOf(vm, Int64, [n], counts);
    }),
  ),
  numpyFunction(
    'trace',
    'a',
    withArray((vm, a) => trace(vm, a, [])),
  ),
  numpyFunction('shares_memory', 'a, b, max_work=', (vm, [a, b, work]) =>
    work !== undefined && !(work instanceof PyInt)
      ? vm.raise(ValueErrorType, 'max_work must be an integer')
      : bool(sharesMemory(vm, a as PyObject, b as PyObject)),
  ),
  numpyFunction('may_share_memory', 'a, b, max_work=', (vm, [a, b]) =>
    bool(mayShareMemory(vm, a as PyObject, b as PyObject)),
  ),
  numpyFunction('array_equal', 'a1, a2, equal_nan=', (vm, [a, b]) =>
    bool(arrayEqual(vm, a as PyObject, b as PyObject)),
  ),
  numpyFunction('dot', 'a, b, out=', (vm, [a, b, out]) =>
    dot(vm, a as PyObject, b as PyObject, outOf(vm, out)),
  ),
  numpyFunction('vdot', 'a, b', (vm, [x, y]) => {
    const [a, b] = [asArray(vm, x as PyObject), asArray(vm, y as PyObject)];
    if (a.dtype.letter === 'c') vm.refuse('numpy.vdot', 'vdot of complex numbers');
    const [left, right] = [ravel(vm, a), ravel(vm, b)];
    try {
      return dot(vm, left, right, null);
    } finally {
      vm.heap.decrefAll([right, left, b, a]);
    }
  }),
  numpyFunction('matmul', 'x1, x2, out=', (vm, [a, b, out]) =>
    matmul(vm, a as PyObject, b as PyObject, outOf(vm, out)),
  ),
  numpyFunction('inner', 'a, b', (vm, [a, b]) => inner(vm, a as PyObject, b as PyObject)),
  outer,
  numpyFunction(
    'real',
    'val',
    withArray((vm, a) => vm.getAttribute(a, 'real')),
  ),
  numpyFunction(
    'imag',
    'val',
    withArray((vm, a) => vm.getAttribute(a, 'imag')),
  ),
  numpyFunction(
    'shape',
    'a',
    withArray((vm, a) => intTuple(vm, a.shape)),
  ),
  numpyFunction(
    'ndim',
    'a',
    withArray((_vm, a) => int(a.ndim)),
  ),
  numpyFunction(
    'size',
    'a, axis=',
    withArray((vm, a, [axis]) => {
      const i = axisOf(vm, axis);
      return int(i === null ? a.size : (a.shape[normalAxis(vm, i, a.ndim)] as number));
    }),
  ),
  numpyFunction(
    'array_repr',
    'arr',
    withArray((vm, a) => str(arrayRepr(vm, a))),
  ),
  numpyFunction(
    'array_str',
    'a',
    withArray((vm, a) => str(arrayStr(vm, a))),
  ),
  numpyFunction('can_cast', 'from_, to, casting=', (vm, [from, to, casting]) => {
    if (from !== undefined && elementOf(from) !== null && !(from instanceof PyStr))
      return vm.refuse('numpy.can_cast', 'can_cast of a value');
    return bool(
      canCast(
        dtypeOf(vm, from as PyObject),
        dtypeOf(vm, to as PyObject),
        (casting instanceof PyStr ? casting.value : 'safe') as 'safe',
      ),
    );
  }),
  numpyFunction(
    'promote_types',
    'type1, type2',
    (vm, [a, b]) =>
      promote(dtypeOf(vm, a as PyObject), dtypeOf(vm, b as PyObject)) ??
      vm.refuse('numpy.promote_types', 'types without a common type'),
  ),
  variadic('result_type', '', (vm, args) => typesOf(vm, args)),
  variadic('broadcast_arrays', 'subok=', (vm, args) => broadcastArrays(vm, args)),
  variadic('meshgrid', 'copy=, sparse=, indexing=', (vm, args, [copy, sparse, indexing]) =>
    meshgrid(
      vm,
      args,
      indexing === undefined ? 'xy' : vm.str(indexing),
      isTrue(vm, copy, true),
      isTrue(vm, sparse),
    ),
  ),
  broadcastTo,
  numpyFunction('isscalar', 'element', (_vm, [o]) =>
    bool(o !== undefined && (elementOf(o) !== null || o.kind === 'numpy-scalar')),
  ),
];
