/**
 * What work on arrays costs (docs/simulator.md, "Work"): in proportion to its time, so that a teaching program does a
 * dozen operations on a million numbers, and no program does a thousand. Bytes that are moved or filled cost what the
 * library charges for moves (`machine/work.ts`).
 */
import type { Machine } from '../memory/object';
import type { Buffer } from './buffer';
import type { DType } from './dtype';

/** What of an array says how dear its elements are. */
interface Elements {
  readonly buffer: Buffer;
  readonly dtype: DType;
}

/** Fewer elements cost no more than the call that walks over them. */
const FEW = 64;
/** Numbers that are read or written in one unit. */
const WALKED = 64;
/** A complex number is an object of the host. */
const WALKED_COMPLEX = 8;
/** Texts, records or objects that are read or written in one unit. */
const HANDLED = 2;
/** Numbers whose places are worked out, or that are read there, in one unit. */
const SCATTERED = 24;
/** Numbers that become another type in one unit; complex ones are objects. */
const CAST = 4;
const CAST_COMPLEX = 2;
/** Items of a sequence that are looked at and stored in one unit. */
const STORED = 4;
/** Numbers that a loop computes, compares or adds up in one unit. */
const COMPUTED = 16;
/** Places that are looked up by an index, a mask or a count, in one unit. */
const PICKED = 4;
/** Integers beyond 2**53 that are read, or written, in one unit. */
const BIG = 3;
/** Units for an element that is written. */
const PRINTED = 4;
/** Comparisons of a sort in one unit. */
const SORTED = 30;
/** More axes than this cost an operation more than its call; pairs of them that are compared in one unit. */
const FEW_AXES = 8;
const AXES = 12;

/** Reading or writing so many elements of the array. */
export function walk(a: Elements, n: number): void {
  if (n <= FEW) return;
  const { isNumeric, letter } = a.dtype;
  a.buffer.charge(n / (!isNumeric ? HANDLED : letter === 'c' ? WALKED_COMPLEX : WALKED));
}

/** So many elements apart from each other are announced, each for itself. */
export function chargeTouches(a: Elements, n: number): void {
  if (n > FEW) a.buffer.charge(n / HANDLED);
}

/** Integers that no double holds are objects of the host, one each. */
export function chargeBig(a: Elements, values: readonly unknown[]): void {
  if (values.length <= FEW || !a.dtype.isInteger || a.dtype.itemsize < 8) return;
  for (const value of values)
    if (typeof value === 'bigint') {
      a.buffer.charge(values.length / BIG);
      return;
    }
}

/** So many elements are read or written one by one, each at its own place: beyond `walk`. */
export function scatter(a: Elements, n: number): void {
  if (n > FEW) a.buffer.charge(n / SCATTERED);
}

/** A scalar type makes elements of its own of so many of this type. */
export function chargeCast(vm: Machine, from: DType, to: DType, n: number): void {
  if (n <= FEW) return;
  const numbers = from.isNumeric && to.isNumeric;
  const complex = from.letter === 'c' || to.letter === 'c';
  vm.charge(0, n / (!numbers ? HANDLED : complex ? CAST_COMPLEX : CAST));
}

/** So many elements become values of this type one by one. */
export function chargeElements(vm: Machine, to: DType, n: number): void {
  if (n <= FEW) return;
  const { letter } = to;
  vm.charge(0, letter === 'S' || letter === 'U' ? n : n / (letter === 'O' ? HANDLED : PICKED));
}

/** So many axes are walked over by an operation, each against each. */
export function chargeAxes(vm: Machine, ndim: number): void {
  if (ndim > FEW_AXES) vm.charge(0, (ndim * ndim) / AXES);
}

/** So many elements are written, each behind the brackets and line ends of so many axes. */
export function chargePrinting(vm: Machine, n: number, ndim: number): void {
  vm.charge(0, (n + 2) * (PRINTED + ndim / 2));
}

/** So many items of a Python sequence are looked at, and later stored as elements. */
export function chargeStored(vm: Machine, n: number): void {
  vm.charge(0, n / STORED);
}

/** So many elements are picked by an index array, a mask or a count. */
export function chargePicks(vm: Machine, n: number): void {
  vm.charge(0, n / PICKED);
}

/** A sort of so many elements. */
export function chargeSort(vm: Machine, n: number): void {
  vm.charge(0, (n * Math.log2(n + 1)) / SORTED);
}

/** So many elements are searched for among others that are sorted. */
export function chargeSearch(vm: Machine, n: number, among: number): void {
  vm.charge(0, (n * Math.log2(among + 2)) / SORTED);
}

/** Multiplications of a product of matrices. */
export function chargeProducts(vm: Machine, n: number): void {
  vm.charge(0, n / 2);
}

/** What a view costs that a function makes of each row. */
const VIEW_BYTES = 192;
const VIEW_WORK = 24;

/** A function makes so many views at once, and joins them. */
export function chargeViews(vm: Machine, n: number): void {
  if (n <= FEW) return;
  requireBytes(vm, n * VIEW_BYTES);
  vm.charge(0, n * VIEW_WORK);
}

/** Memory that will be taken: whether it is there is asked before the host makes what goes into it. */
export function requireBytes(vm: Machine, bytes: number): void {
  vm.charge(bytes);
  vm.charge(-bytes);
}

/** Integers that a loop raises to a power, or divides again and again, beyond `chargeLoop`. */
export function chargeDear(vm: Machine, n: number): void {
  if (n > FEW) vm.charge(0, n);
}

/** Units for a quotient that is far beyond its divisor. */
const FAR = 6;

export function chargeFar(vm: Machine, n: number): void {
  if (n > 0) vm.charge(0, n * FAR);
}

/** The same one by one, beyond `chargeLoop`; complex numbers and remainders of floats take longer still. */
export function chargeSlowLoop(vm: Machine, n: number, slower: boolean): void {
  vm.charge(0, slower ? n / PICKED : n / COMPUTED);
}

/** A ufunc of scalars alone takes as long as so many instructions. */
const SCALAR = 4;

export function chargeScalar(vm: Machine): void {
  vm.charge(0, SCALAR);
}

/** A loop of a ufunc over so many elements; an object costs a call. */
export function chargeLoop(vm: Machine, n: number, objects: boolean): void {
  vm.charge(0, objects ? n : n / COMPUTED);
}
