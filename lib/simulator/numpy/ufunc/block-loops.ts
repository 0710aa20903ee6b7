/**
 * Inner loops of ufuncs over doubles. Each does what the loop over elements does (table.ts), where every operand and
 * every result of an integer is exact as a double; a result that is not so is written as NaN.
 */

import { floats } from './arithmetic';

/** `out[i] = x[i] op y[i]` for the first `n`; `bits` of the type of an integer loop. */
export type BlockLoop = (
  out: Float64Array,
  x: Float64Array,
  y: Float64Array,
  n: number,
  bits: number,
) => void;

const BAD = Number.NaN;
const TWO32 = 4294967296;

/** Whether both fit in 32 bits. */
const isSmall = (a: number, b: number): boolean => a === (a | 0) && b === (b | 0);
/** The bits above the lowest 32 of an exact integer. */
const high = (a: number): number => Math.floor(a / TWO32);

const add: BlockLoop = (out, x, y, n) => {
  for (let i = 0; i < n; i++) out[i] = (x[i] as number) + (y[i] as number);
};
const subtract: BlockLoop = (out, x, y, n) => {
  for (let i = 0; i < n; i++) out[i] = (x[i] as number) - (y[i] as number);
};
const multiply: BlockLoop = (out, x, y, n) => {
  for (let i = 0; i < n; i++) out[i] = (x[i] as number) * (y[i] as number);
};
const divide: BlockLoop = (out, x, y, n) => {
  for (let i = 0; i < n; i++) out[i] = (x[i] as number) / (y[i] as number);
};
const floorDivide: BlockLoop = (out, x, y, n) => {
  for (let i = 0; i < n; i++) {
    const [a, b] = [x[i] as number, y[i] as number];
    out[i] = b === 0 ? 0 : isSmall(a, b) ? Math.floor(a / b) : BAD;
  }
};
const remainder: BlockLoop = (out, x, y, n) => {
  for (let i = 0; i < n; i++) {
    const [a, b] = [x[i] as number, y[i] as number];
    out[i] = b === 0 ? 0 : isSmall(a, b) ? a - Math.floor(a / b) * b : BAD;
  }
};
const floatFloorDivide: BlockLoop = (out, x, y, n) => {
  for (let i = 0; i < n; i++) out[i] = floats.floorDivide(x[i] as number, y[i] as number);
};
const floatRemainder: BlockLoop = (out, x, y, n) => {
  for (let i = 0; i < n; i++) out[i] = floats.remainder(x[i] as number, y[i] as number);
};
const and: BlockLoop = (out, x, y, n) => {
  for (let i = 0; i < n; i++) {
    const [a, b] = [x[i] as number, y[i] as number];
    out[i] = isSmall(a, b) ? a & b : (high(a) & high(b)) * TWO32 + ((a & b) >>> 0);
  }
};
const or: BlockLoop = (out, x, y, n) => {
  for (let i = 0; i < n; i++) {
    const [a, b] = [x[i] as number, y[i] as number];
    out[i] = isSmall(a, b) ? a | b : (high(a) | high(b)) * TWO32 + ((a | b) >>> 0);
  }
};
const xor: BlockLoop = (out, x, y, n) => {
  for (let i = 0; i < n; i++) {
    const [a, b] = [x[i] as number, y[i] as number];
    out[i] = isSmall(a, b) ? a ^ b : (high(a) ^ high(b)) * TWO32 + ((a ^ b) >>> 0);
  }
};
const shiftLeft: BlockLoop = (out, x, y, n, bits) => {
  for (let i = 0; i < n; i++) {
    const by = y[i] as number;
    out[i] = by >= 0 && by < bits ? (x[i] as number) * 2 ** by : 0;
  }
};
const shiftRight: BlockLoop = (out, x, y, n, bits) => {
  for (let i = 0; i < n; i++) {
    const by = y[i] as number;
    out[i] = Math.floor((x[i] as number) / 2 ** (by >= 0 && by < bits ? by : bits));
  }
};
const equal: BlockLoop = (out, x, y, n) => {
  for (let i = 0; i < n; i++) out[i] = x[i] === y[i] ? 1 : 0;
};
const notEqual: BlockLoop = (out, x, y, n) => {
  for (let i = 0; i < n; i++) out[i] = x[i] === y[i] ? 0 : 1;
};
const less: BlockLoop = (out, x, y, n) => {
  for (let i = 0; i < n; i++) out[i] = (x[i] as number) < (y[i] as number) ? 1 : 0;
};
const lessEqual: BlockLoop = (out, x, y, n) => {
  for (let i = 0; i < n; i++) out[i] = (x[i] as number) <= (y[i] as number) ? 1 : 0;
};
const maximum: BlockLoop = (out, x, y, n) => {
  for (let i = 0; i < n; i++) {
    const [a, b] = [x[i] as number, y[i] as number];
    out[i] = a >= b || Number.isNaN(a) ? a : b;
  }
};
const minimum: BlockLoop = (out, x, y, n) => {
  for (let i = 0; i < n; i++) {
    const [a, b] = [x[i] as number, y[i] as number];
    out[i] = a <= b || Number.isNaN(a) ? a : b;
  }
};
const logicalAnd: BlockLoop = (out, x, y, n) => {
  for (let i = 0; i < n; i++) out[i] = x[i] !== 0 && y[i] !== 0 ? 1 : 0;
};
const logicalOr: BlockLoop = (out, x, y, n) => {
  for (let i = 0; i < n; i++) out[i] = x[i] !== 0 || y[i] !== 0 ? 1 : 0;
};
const logicalXor: BlockLoop = (out, x, y, n) => {
  for (let i = 0; i < n; i++) out[i] = (x[i] !== 0) !== (y[i] !== 0) ? 1 : 0;
};
const logicalNot: BlockLoop = (out, x, _y, n) => {
  for (let i = 0; i < n; i++) out[i] = x[i] === 0 ? 1 : 0;
};
const invert: BlockLoop = (out, x, _y, n) => {
  for (let i = 0; i < n; i++) out[i] = -(x[i] as number) - 1;
};
const negative: BlockLoop = (out, x, _y, n) => {
  for (let i = 0; i < n; i++) out[i] = -(x[i] as number);
};
const same: BlockLoop = (out, x, _y, n) => {
  for (let i = 0; i < n; i++) out[i] = x[i] as number;
};
const absolute: BlockLoop = (out, x, _y, n) => {
  for (let i = 0; i < n; i++) out[i] = Math.abs(x[i] as number);
};
const square: BlockLoop = (out, x, _y, n) => {
  for (let i = 0; i < n; i++) out[i] = (x[i] as number) * (x[i] as number);
};
const sqrt: BlockLoop = (out, x, _y, n) => {
  for (let i = 0; i < n; i++) out[i] = Math.sqrt(x[i] as number);
};
const floor: BlockLoop = (out, x, _y, n) => {
  for (let i = 0; i < n; i++) out[i] = Math.floor(x[i] as number);
};
const ceil: BlockLoop = (out, x, _y, n) => {
  for (let i = 0; i < n; i++) out[i] = Math.ceil(x[i] as number);
};
const trunc: BlockLoop = (out, x, _y, n) => {
  for (let i = 0; i < n; i++) out[i] = Math.trunc(x[i] as number);
};
const nan: BlockLoop = (out, x, _y, n) => {
  for (let i = 0; i < n; i++) out[i] = Number.isNaN(x[i]) ? 1 : 0;
};
const finite: BlockLoop = (out, x, _y, n) => {
  for (let i = 0; i < n; i++) out[i] = Number.isFinite(x[i]) ? 1 : 0;
};

/** Loops of numbers of any kind. */
const NUMBERS: readonly (readonly [string, BlockLoop])[] = [
  ['add', add],
  ['subtract', subtract],
  ['multiply', multiply],
  ['equal', equal],
  ['not_equal', notEqual],
  ['less', less],
  ['less_equal', lessEqual],
  ['greater', (out, x, y, n) => less(out, y, x, n, 0)],
  ['greater_equal', (out, x, y, n) => lessEqual(out, y, x, n, 0)],
  ['maximum', maximum],
  ['minimum', minimum],
  ['logical_and', logicalAnd],
  ['logical_or', logicalOr],
  ['logical_xor', logicalXor],
  ['logical_not', logicalNot],
  ['negative', negative],
  ['positive', same],
  ['conjugate', same],
  ['absolute', absolute],
  ['square', square],
  ['floor', floor],
  ['ceil', ceil],
  ['trunc', trunc],
  ['isnan', nan],
  ['isfinite', finite],
];

const SINGLES: ReadonlyMap<string, BlockLoop> = new Map([...NUMBERS, ['divide', divide], ['sqrt', sqrt]]);

/** What takes more than one rounding is exact for doubles alone. */
const DOUBLES: ReadonlyMap<string, BlockLoop> = new Map([
  ...SINGLES,
  ['floor_divide', floatFloorDivide],
  ['remainder', floatRemainder],
]);

const INTEGERS: ReadonlyMap<string, BlockLoop> = new Map([
  ...NUMBERS,
  ['floor_divide', floorDivide],
  ['remainder', remainder],
  ['bitwise_and', and],
  ['bitwise_or', or],
  ['bitwise_xor', xor],
  ['left_shift', shiftLeft],
  ['right_shift', shiftRight],
  ['invert', invert],
]);

const BOOLS: ReadonlyMap<string, BlockLoop> = new Map([
  ['add', or],
  ['multiply', and],
  ['bitwise_and', and],
  ['bitwise_or', or],
  ['bitwise_xor', xor],
  ['maximum', maximum],
  ['minimum', minimum],
  ['invert', logicalNot],
  ['absolute', same],
]);

/** The loop of a ufunc by the letter of its loop and the bytes of an element, if there is one. */
export function blockLoop(letter: string, itemsize: number, name: string): BlockLoop | undefined {
  const reals = itemsize === 4 ? SINGLES : DOUBLES;
  return (letter === 'f' ? reals : letter === 'i' ? INTEGERS : letter === 'b' ? BOOLS : undefined)?.get(name);
}
