/**
 * What library code costs (docs/simulator.md, "Work"). The unit is one instruction, a tenth of a microsecond at the
 * most: code that walks over an operand says so before it walks, so that no program does in one call what it could
 * not do in a loop. Memory that is made is counted apart, in bytes.
 */
import { PyBytes, PyInt, PyStr } from '../memory/atoms';
import type { Machine, PyObject } from '../memory/object';

/** Characters or bytes that our own code looks at one by one in one unit, as a power of two. */
const WALKED = 3;
/** Those that the host compares, moves or searches in one unit. */
const MOVED = 6;
/** References that are copied in one unit. */
const COPIED = 2;
/** Bits of an int that the host adds or shows in one unit. */
const ADDED = 7;

/** What is shorter than this costs no more than the call that looks at it. */
const SHORT = 64;

/** Our own code looks at each of so many characters or bytes. */
export function chargeWalk(vm: Machine, length: number): void {
  if (length > SHORT) vm.charge(0, length >> WALKED);
}

/** Our own code makes a text or asks a table for each of so many characters or bytes. */
export function chargeEach(vm: Machine, length: number): void {
  if (length > SHORT) vm.charge(0, length);
}

/** The host compares, moves or searches so many characters or bytes. */
export function chargeMove(vm: Machine, length: number): void {
  if (length > SHORT) vm.charge(0, length >> MOVED);
}

/** A text or bytes of this length is made, character by character. */
export function chargeText(vm: Machine, length: number): void {
  if (length > SHORT) vm.charge(length, length >> WALKED);
}

/** So many references are copied into a new container. */
export function chargeItems(vm: Machine, count: number): void {
  if (count > SHORT) vm.charge(8 * count, count >> COPIED);
}

/** References behind a place are moved up or down (`insert`, `pop`, `del`). */
export function chargeShift(vm: Machine, count: number): void {
  if (count > SHORT) vm.charge(0, count >> MOVED);
}

const LARGE = 1n << 1024n;

/** The size of an int in bits, roughly; 0 where it is so small that nothing depends on it. */
function largeBits(value: number | bigint): number {
  if (typeof value === 'number' || (value < LARGE && value > -LARGE)) return 0;
  return 4 * value.toString(16).length;
}

/** An operation on these ints that takes as long as they are (addition, comparison, bits; not multiplication). */
export function chargeInts(vm: Machine, a: number | bigint, b: number | bigint = 0): void {
  if (typeof a === 'number' && typeof b === 'number') return;
  const bits = largeBits(a) + largeBits(b);
  if (bits > 0) vm.charge(bits >> 3, bits >> ADDED);
}

/** Ints of these lengths in bits are multiplied, divided or shown: each word of one meets each of the other. */
export function chargeProduct(vm: Machine, a: number, b: number): void {
  if (a + b > 4096) vm.charge((a + b) / 8, ((a / 64) * (b / 64)) / 16);
}

/**
 * The door of the library: whatever a function or method does with a text, bytes or an int, it walks over it once.
 * What it does beyond that, and what it does with containers, it charges itself.
 */
export function chargeOperand(vm: Machine, o: PyObject | undefined): void {
  if (o instanceof PyStr) chargeWalk(vm, o.value.length);
  else if (o instanceof PyInt) chargeInts(vm, o.value);
  else if (o instanceof PyBytes) chargeWalk(vm, o.value.length);
}
