/** Products of matrices, where every order of addition gives the same (numpy/_core/src/umath/matmul.c.src). */
import { ValueErrorType } from '../machine/types/exceptions';
import { PyInt, PyStr } from '../memory/atoms';
import type { Machine, PyObject } from '../memory/object';
import { cast } from './convert';
import { arrayOf, broadcastShapes, broadcastStrides, castAll, elementsOf, writeElements } from './copy';
import { asArray } from './creation/from-object';
import { type DType, Float32, ObjectDType } from './dtype';
import { Complex, type Elem } from './element';
import { raiseCasting } from './exceptions';
import { requireWriteable, unwrap } from './indexing/subscript';
import { offsets, offsetsOf } from './iterate';
import { NdArray } from './ndarray';
import { canCast, promote, resultType } from './promotion';
import { exactInAnyOrder } from './reduce/pairwise';
import { scalar } from './scalar';
import { shapeText, spend } from './tuple';
import { callUfunc } from './ufunc/call';
import { operandOf, release } from './ufunc/operand';
import { ufunc } from './ufunc/ufunc';
import { chargeProducts, requireBytes } from './work';

/** Sum of products of two equally long lists. */
function dotOf(vm: Machine, t: DType, xs: readonly Elem[], ys: readonly Elem[]): Elem {
  if (t.letter === 'O') return vm.refuse('numpy.dot', 'products of objects');
  if (t.letter === 'c') return complexDot(vm, xs as Complex[], ys as Complex[]);
  const multiply = ufunc('multiply').entry[t.letter === 'u' ? 'i' : (t.letter as 'f')];
  const add = ufunc('add').entry[t.letter === 'u' ? 'i' : (t.letter as 'f')];
  if (multiply === undefined || add === undefined) return vm.refuse('numpy.dot', `products of ${t.text}`);
  const products = xs.map((x, i) => multiply(x, ys[i] as Elem, t) as Elem);
  if (t.letter === 'f' && xs.length > 1) {
    const single = t === Float32;
    const exact = xs.every((x, i) =>
      isExactProduct(x as number, ys[i] as number, products[i] as number, single),
    );
    if (!exact || !exactInAnyOrder(products as number[], single))
      vm.refuse('numpy.dot', 'a product of floats whose last digit depends on the order of addition');
  }
  return products.reduce((sum, p) => add(sum, p, t) as Elem, 0 as Elem);
}

/** Whether a product of floats was not rounded. */
function isExactProduct(x: number, y: number, product: number, single: boolean): boolean {
  if (x === 0 || y === 0 || !Number.isFinite(x * y) || !Number.isFinite(product)) return true;
  const bits = (v: number): number => {
    let m = Math.abs(v);
    while (!Number.isInteger(m)) m *= 2;
    while (m % 2 === 0) m /= 2;
    return Math.ceil(Math.log2(m + 1));
  };
  return bits(x) + bits(y) <= (single ? 24 : 53);
}

function complexDot(vm: Machine, xs: readonly Complex[], ys: readonly Complex[]): Complex {
  const parts = xs.flatMap((x, i) => {
    const y = ys[i] as Complex;
    return [x.re * y.re, x.im * y.im, x.re * y.im, x.im * y.re];
  });
  if (!parts.every((p) => Number.isSafeInteger(p))) vm.refuse('numpy.dot', 'a product of complex numbers');
  let [re, im] = [0, 0];
  xs.forEach((x, i) => {
    const y = ys[i] as Complex;
    re += x.re * y.re - x.im * y.im;
    im += x.re * y.im + x.im * y.re;
  });
  return new Complex(re, im);
}

/** Rows of `a` by columns of `b`, both 2-d given by offsets. */
function matrixProduct(vm: Machine, t: DType, rows: readonly Elem[][], columns: readonly Elem[][]): Elem[] {
  requireBytes(vm, 8 * rows.length * columns.length);
  chargeProducts(vm, rows.length * columns.length * (rows[0]?.length ?? 0));
  const out: Elem[] = [];
  for (const r of rows)
    for (const c of columns)
      out.push(t.letter === 'b' ? (r.some((x, i) => x !== 0 && c[i] !== 0) ? 1 : 0) : dotOf(vm, t, r, c));
  return out;
}

const SIGNATURE = '(n?,k),(k,m?)->(n?,m?)';

/** `a @ b`; a new reference. Raises ValueError. */
export function matmul(vm: Machine, x: PyObject, y: PyObject, out: NdArray | null = null): PyObject {
  for (const o of [x, y])
    if (
      o instanceof PyStr ||
      (o instanceof PyInt && (typeof o.value === 'bigint' || o.value < 0 || o.value > 127))
    )
      vm.refuse('numpy.matmul', 'a product of a matrix with this scalar');
  const [a, b] = [asArray(vm, x), asArray(vm, y)];
  try {
    for (const [i, m] of [a, b].entries())
      if (m.ndim === 0)
        vm.raise(
          ValueErrorType,
          `matmul: Input operand ${i} does not have enough dimensions (has 0, gufunc core with signature ${SIGNATURE} requires 1)`,
        );
    const t = promote(a.dtype, b.dtype) ?? vm.refuse('numpy.matmul', 'operands without a common type');
    if (out !== null && !canCast(t, out.dtype, 'same_kind'))
      raiseCasting(vm, true, ufunc('multiply'), 'same_kind', t, out.dtype, 2);
    const k = a.shape.at(-1) as number;
    const k2 = b.ndim === 1 ? (b.shape[0] as number) : (b.shape.at(-2) as number);
    if (k !== k2)
      vm.raise(
        ValueErrorType,
        `matmul: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature ${SIGNATURE} (size ${k2} is different from ${k})`,
      );
    const [rowsOf, columnsOf] = [
      a.ndim > 1 ? (a.shape.at(-2) as number) : 1,
      b.ndim > 1 ? (b.shape.at(-1) as number) : 1,
    ];
    const outer =
      broadcastShapes([a.shape.slice(0, -2), b.shape.slice(0, -2)]) ??
      vm.refuse('numpy.matmul', 'stacks of matrices that do not fit');
    const starts = [a, b].map((m) => {
      const strides = broadcastStrides(m.shape.slice(0, -2), m.strides.slice(0, -2), outer) as number[];
      return offsetsOf(outer, strides, m.offset);
    });
    const values: Elem[] = [];
    (starts[0] as number[]).forEach((from, s) => {
      const rows = lines(vm, a, t, from, a.ndim > 1 ? a.ndim - 2 : -1, a.ndim - 1, rowsOf);
      const columns = lines(
        vm,
        b,
        t,
        (starts[1] as number[])[s] as number,
        b.ndim > 1 ? b.ndim - 1 : -1,
        b.ndim > 1 ? b.ndim - 2 : 0,
        columnsOf,
      );
      values.push(...matrixProduct(vm, t, rows, columns));
    });
    const shape = [...outer, ...(a.ndim > 1 ? [rowsOf] : []), ...(b.ndim > 1 ? [columnsOf] : [])];
    return deliver(vm, t, shape, values, out);
  } finally {
    vm.heap.decref(b);
    vm.heap.decref(a);
  }
}

/** The lists along `inner`, one for each place along `across` (-1: one only). */
function lines(
  vm: Machine,
  m: NdArray,
  t: DType,
  start: number,
  across: number,
  inner: number,
  count: number,
): Elem[][] {
  const step = across < 0 ? 0 : (m.strides[across] as number);
  return Array.from({ length: count }, (_, i) =>
    castAll(
      vm,
      m.dtype,
      t,
      elementsOf(m, offsetsOf([m.shape[inner] as number], [m.strides[inner] as number], start + i * step)),
    ),
  );
}

function deliver(vm: Machine, t: DType, shape: number[], values: Elem[], out: NdArray | null): PyObject {
  if (out === null) return unwrap(vm, arrayOf(vm, t, shape, values));
  requireWriteable(vm, out, 'output array');
  if (out.ndim !== shape.length || out.shape.some((n, i) => n !== shape[i]))
    vm.raise(
      ValueErrorType,
      'output array is not acceptable (must have the right datatype, number of dimensions, and be a C-Array)',
    );
  writeElements(
    vm,
    out,
    offsets(out),
    values.map((e) => cast(vm, t, out.dtype, e)),
  );
  out.rc++;
  return out;
}

/** A product with a scalar; of arrays it is added to zeros (cblas_matrixproduct), where -0 becomes 0. */
function scaled(vm: Machine, x: PyObject, y: PyObject, out: NdArray | null): PyObject {
  const product = callUfunc(vm, ufunc('multiply'), [x, y], { out });
  if (!(product instanceof NdArray) || product.dtype.letter !== 'f') return product;
  return spend(vm, product, () =>
    callUfunc(vm, ufunc('add'), [product, scalar(product.dtype, 0)], { out: product }),
  );
}

/** `np.dot(a, b, out)` */
export function dot(vm: Machine, x: PyObject, y: PyObject, out: NdArray | null): PyObject {
  const operands = [operandOf(vm, x), operandOf(vm, y)];
  release(vm, operands);
  const [a, b] = [asArray(vm, x), asArray(vm, y)];
  try {
    if (a.ndim === 0 || b.ndim === 0) return scaled(vm, x, y, out);
    const axis = b.ndim > 1 ? b.ndim - 2 : 0;
    if (a.shape.at(-1) !== b.shape[axis])
      vm.raise(
        ValueErrorType,
        `shapes ${shapeText(a.shape)} and ${shapeText(b.shape)} not aligned: ${a.shape.at(-1)} (dim ${a.ndim - 1}) != ${b.shape[axis]} (dim ${axis})`,
      );
    if (a.ndim > 2 || b.ndim > 2) return vm.refuse('numpy.dot', 'dot of arrays with more than two axes');
    if (a.dtype === ObjectDType || b.dtype === ObjectDType)
      return vm.refuse('numpy.dot', 'products of objects');
    if (out !== null && out.dtype !== resultType([a.dtype, b.dtype], []))
      vm.raise(
        ValueErrorType,
        'output array is not acceptable (must have the right datatype, number of dimensions, and be a C-Array)',
      );
    return matmul(vm, a, b, out);
  } finally {
    vm.heap.decref(b);
    vm.heap.decref(a);
  }
}

/** `np.inner` of arrays with at most two axes. */
export function inner(vm: Machine, x: PyObject, y: PyObject): PyObject {
  const [a, b] = [asArray(vm, x), asArray(vm, y)];
  try {
    if (a.ndim === 0 || b.ndim === 0) return scaled(vm, x, y, null);
    if (a.ndim > 2 || b.ndim > 2) return vm.refuse('numpy.inner', 'inner of arrays with more than two axes');
    if (a.shape.at(-1) !== b.shape.at(-1))
      vm.raise(
        ValueErrorType,
        `shapes ${shapeText(a.shape)} and ${shapeText(b.shape)} not aligned: ${a.shape.at(-1)} (dim ${a.ndim - 1}) != ${b.shape.at(-1)} (dim ${b.ndim - 1})`,
      );
    const t = promote(a.dtype, b.dtype) ?? vm.refuse('numpy.inner', 'operands without a common type');
    const side = (m: NdArray): Elem[][] =>
      lines(vm, m, t, m.offset, m.ndim > 1 ? 0 : -1, m.ndim - 1, m.ndim > 1 ? (m.shape[0] as number) : 1);
    const shape = [...a.shape.slice(0, -1), ...b.shape.slice(0, -1)];
    return deliver(vm, t, shape, matrixProduct(vm, t, side(a), side(b)), null);
  } finally {
    vm.heap.decref(b);
    vm.heap.decref(a);
  }
}
