/** Operators of arrays and scalars as ufuncs (numpy/_core/src/multiarray/number.c). */
import { type PyFloat, type PyInt, PyStr } from '../memory/atoms';
import type { ArithmeticOp, Binary, CompareOp, Machine, PyObject, Slots, Unary } from '../memory/object';
import { FloatType, IntType } from '../memory/types';
import { arrayOf, broadcastShapes } from './copy';
import { Bool, Float64 } from './dtype';
import { matmul } from './linear';
import { NdArray, sizeOf } from './ndarray';
import { scalar } from './scalar';
import { callUfunc } from './ufunc/call';
import { ufunc } from './ufunc/ufunc';

const NAMES: Readonly<Partial<Record<ArithmeticOp, string>>> = {
  '+': 'add',
  '-': 'subtract',
  '*': 'multiply',
  '/': 'divide',
  '//': 'floor_divide',
  '%': 'remainder',
  '&': 'bitwise_and',
  '|': 'bitwise_or',
  '^': 'bitwise_xor',
  '<<': 'left_shift',
  '>>': 'right_shift',
};
const COMPARISONS: Readonly<Record<CompareOp, string>> = {
  '==': 'equal',
  '!=': 'not_equal',
  '<': 'less',
  '<=': 'less_equal',
  '>': 'greater',
  '>=': 'greater_equal',
};

/** Powers of a Python number that have a quicker way (fast_scalar_power). */
function power(
  vm: Machine,
  left: PyObject,
  /** Left out by a call of `__pow__` without an argument. */
  right: PyObject | undefined,
  out: NdArray | null,
): PyObject {
  if (right === undefined) return vm.refuse('numpy.power', '__pow__ without an argument');
  if (out !== null && out.dtype.letter === 'b') return vm.refuse('numpy.power', 'a power of bools in place');
  if (left instanceof NdArray && left.dtype.letter !== 'O' && left.dtype.letter !== 'b') {
    const isInt = right.type === IntType;
    if (isInt || right.type === FloatType) {
      const exponent = (right as PyInt | PyFloat).value;
      const dtype = !isInt && left.dtype.isInteger ? Float64 : null;
      const fast =
        exponent === 2
          ? 'square'
          : exponent === 0.5
            ? 'sqrt'
            : exponent === -1 && (dtype !== null || !left.dtype.isInteger)
              ? 'reciprocal'
              : null;
      if (fast !== null && (out === null || dtype === null))
        return callUfunc(vm, ufunc(fast), [left], { out, dtype });
    }
  }
  return callUfunc(vm, ufunc('power'), [left, right], { out });
}

export const arrayBinary: Partial<Record<ArithmeticOp, Binary>> = {};
export const arrayInplace: Partial<Record<ArithmeticOp, Binary>> = {};
for (const [op, name] of Object.entries(NAMES) as [ArithmeticOp, string][]) {
  const u = ufunc(name);
  arrayBinary[op] = (vm, left, right) => callUfunc(vm, u, [left, right]);
  arrayInplace[op] = (vm, left, right) => callUfunc(vm, u, [left, right], { out: left as NdArray });
}
arrayBinary['**'] = (vm, left, right) => power(vm, left, right, null);
arrayInplace['**'] = (vm, left, right) => power(vm, left, right, left as NdArray);
arrayBinary['@'] = (vm, left, right) => matmul(vm, left, right);
arrayInplace['@'] = (vm) => vm.refuse('numpy.matmul', 'the operator @=');

/** Comparison; arrays of numbers are never equal to text. */
export function compareArrays(vm: Machine, left: PyObject, right: PyObject, op: CompareOp): PyObject {
  if (op === '==' || op === '!=') {
    const [l, r] = [textShape(left), textShape(right)];
    if (l !== null && r !== null && l.text !== r.text) {
      const shape = broadcastShapes([l.shape, r.shape]);
      if (shape !== null) {
        const value = op === '!=' ? 1 : 0;
        if (shape.length === 0) return scalar(Bool, value);
        return arrayOf(vm, Bool, shape, new Array<number>(sizeOf(shape)).fill(value));
      }
    }
  }
  return callUfunc(vm, ufunc(COMPARISONS[op]), [left, right]);
}

function textShape(o: PyObject): { shape: readonly number[]; text: boolean } | null {
  if (o instanceof PyStr) return { shape: [], text: true };
  if (o instanceof NdArray && (o.dtype.isNumeric || o.dtype.letter === 'U'))
    return { shape: o.shape, text: o.dtype.letter === 'U' };
  return null;
}

const one =
  (name: string): Unary =>
  (vm, o) =>
    callUfunc(vm, ufunc(name), [o]);

export const unarySlots: Slots = {
  negative: one('negative'),
  positive: one('positive'),
  absolute: one('absolute'),
  invert: one('invert'),
};
