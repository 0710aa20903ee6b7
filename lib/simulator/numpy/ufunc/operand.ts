/** Operands of a ufunc: arrays, scalars, and Python numbers that take part by their kind only. */
import { PyBool, PyComplex, PyFloat, PyInt } from '../../memory/atoms';
import type { Machine, PyObject } from '../../memory/object';
import { asArray } from '../creation/from-object';
import { Bool, Complex128, type DType, Float64, read } from '../dtype';
import { Complex, type Elem } from '../element';
import { NdArray } from '../ndarray';
import type { Weak } from '../promotion';
import { intType, PyNumpyScalar } from '../scalar';

export interface Operand {
  readonly dtype: DType;
  readonly weak: Weak | null;
  readonly shape: readonly number[];
  /** The array, or null for a scalar. */
  readonly array: NdArray | null;
  /** The value of a scalar. */
  readonly value: Elem;
  /** Whether the array was made here and must be given up. */
  readonly owned: boolean;
}

const NO_SHAPE: readonly number[] = [];

export function operandOf(vm: Machine, o: PyObject): Operand {
  if (o instanceof NdArray) {
    if (o.ndim === 0) {
      const value = read(o.dtype, o.buffer, o.offset);
      return { dtype: o.dtype, weak: null, shape: NO_SHAPE, array: null, value, owned: false };
    }
    return { dtype: o.dtype, weak: null, shape: o.shape, array: o, value: 0, owned: false };
  }
  if (o instanceof PyNumpyScalar) return scalarOperand(o.dtype, null, o.value);
  if (o instanceof PyBool) return scalarOperand(Bool, null, o.truth ? 1 : 0);
  if (o instanceof PyInt) return scalarOperand(intType(o.value), 'int', o.value);
  if (o instanceof PyFloat) return scalarOperand(Float64, 'float', o.value);
  if (o instanceof PyComplex) return scalarOperand(Complex128, 'complex', new Complex(o.real, o.imag));
  const made = asArray(vm, o);
  if (made.ndim === 0) {
    // The object outlives the operation: it is an argument.
    const value = read(made.dtype, made.buffer, made.offset);
    const operand = scalarOperand(made.dtype, null, value);
    vm.heap.decref(made);
    return operand;
  }
  return { dtype: made.dtype, weak: null, shape: made.shape, array: made, value: 0, owned: true };
}

const scalarOperand = (dtype: DType, weak: Weak | null, value: Elem): Operand => ({
  dtype,
  weak,
  shape: NO_SHAPE,
  array: null,
  value,
  owned: false,
});

export function release(vm: Machine, operands: readonly Operand[]): void {
  for (const o of operands) if (o.owned) vm.heap.decref(o.array as NdArray);
}
