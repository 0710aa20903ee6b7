/** Operators of arrays and scalars as ufuncs (numpy/_core/src/multiarray/number.c). */
import { None, NotImplemented, PyFloat, PyInt, PyStr } from '../memory/atoms';
import type { ArithmeticOp, Binary, CompareOp, Machine, PyObject, Slots, Unary } from '../memory/object';
import { FloatType, IntType } from '../memory/types';
import { computing } from './computing';
import { arrayOf, broadcastShapes } from './copy';
import { Bool, Float64 } from './dtype';
import { NdArray, sizeOf } from './ndarray';
import { scalar } from './scalar';
import { chargeLoop } from './work';

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
  if (
    left instanceof NdArray &&
    left.dtype === Bool &&
    right.type === IntType &&
    (right as PyInt).value === 2
  )
    return computing().ufunc(vm, 'square', [left]);
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
        return computing().ufunc(vm, fast, [left], { out, dtype });
    }
  }
  return computing().ufunc(vm, 'power', [left, right], { out });
}

/** Whether an array leaves an operation to the object on its right (binop_override.h, binop_should_defer). */
function defers(vm: Machine, left: PyObject, right: PyObject): boolean {
  if (!right.type.isHeapType || !(left instanceof NdArray)) return false;
  const override = right.type.lookup('__array_ufunc__');
  if (override === None) return true;
  if (override !== undefined) return vm.refuse('__array_ufunc__', 'a class with its own __array_ufunc__');
  const priority = right.type.lookup('__array_priority__');
  if (priority === undefined) return false;
  if (!(priority instanceof PyInt || priority instanceof PyFloat))
    return vm.refuse('__array_priority__', 'a priority that is no number');
  return Number(priority.value) > 0;
}

export const arrayBinary: Partial<Record<ArithmeticOp, Binary>> = {};
export const arrayInplace: Partial<Record<ArithmeticOp, Binary>> = {};
for (const [op, name] of Object.entries(NAMES) as [ArithmeticOp, string][]) {
  arrayBinary[op] = (vm, left, right) =>
    defers(vm, left, right) ? NotImplemented : computing().ufunc(vm, name, [left, right]);
  arrayInplace[op] = (vm, left, right) =>
    computing().ufunc(vm, name, [left, right], { out: left as NdArray });
}
arrayBinary['**'] = (vm, left, right) =>
  right !== undefined && defers(vm, left, right) ? NotImplemented : power(vm, left, right, null);
arrayInplace['**'] = (vm, left, right) => power(vm, left, right, left as NdArray);
arrayBinary['@'] = (vm, left, right) => computing().matmul(vm, left, right);
arrayInplace['@'] = (vm) => vm.refuse('numpy.matmul', 'the operator @=');

/** Comparison; arrays of numbers are never equal to text. */
export function compareArrays(vm: Machine, left: PyObject, right: PyObject, op: CompareOp): PyObject {
  if (defers(vm, left, right)) return NotImplemented;
  if (op === '==' || op === '!=') {
    const [l, r] = [textShape(left), textShape(right)];
    if (l !== null && r !== null && l.text !== r.text) {
      const shape = broadcastShapes([l.shape, r.shape]);
      if (shape !== null) {
        const value = op === '!=' ? 1 : 0;
        if (shape.length === 0) return scalar(Bool, value);
        chargeLoop(vm, 2 * sizeOf(shape), false);
        return arrayOf(vm, Bool, shape, new Array<number>(sizeOf(shape)).fill(value));
      }
    }
  }
  return computing().ufunc(vm, COMPARISONS[op], [left, right]);
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
    computing().ufunc(vm, name, [o]);

export const unarySlots: Slots = {
  negative: one('negative'),
  positive: one('positive'),
  absolute: one('absolute'),
  invert: one('invert'),
};
