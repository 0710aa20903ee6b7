/**
 * Hashes as CPython computes them on a 64-bit machine with PYTHONHASHSEED=0 (Python/pyhash.c): they decide the
 * order in which a set shows its items.
 */

const MODULUS = (1n << 61n) - 1n;
export const HASH_INFINITY = 314159n;
const IMAGINARY = 1000003n;

/** -1 tells C code of an error, so no hash is -1. */
const valid = (hash: bigint): bigint => (hash === -1n ? -2n : hash);

export function hashInt(value: number | bigint): bigint {
  if (typeof value === 'number' && Math.abs(value) < 2 ** 52) return valid(BigInt(value));
  const big = BigInt(value);
  return valid(big < 0n ? -(-big % MODULUS) : big % MODULUS);
}

/** _Py_HashDouble of a number that is not a NaN (a NaN hashes by its address). */
export function hashFloat(x: number): bigint {
  if (Number.isInteger(x)) return hashInt(Number.isSafeInteger(x) ? x : BigInt(x));
  if (!Number.isFinite(x)) return x > 0 ? HASH_INFINITY : -HASH_INFINITY;
  // x = numerator / 2^shift; dividing by 2 modulo 2^61 - 1 is a rotation.
  let numerator = Math.abs(x);
  let shift = 0;
  while (!Number.isInteger(numerator)) {
    numerator *= 2;
    shift++;
  }
  const big = BigInt(numerator) % MODULUS;
  const by = BigInt((61 - (shift % 61)) % 61);
  const rotated = ((big << by) & MODULUS) | (big >> (61n - by));
  return valid(x < 0 ? -rotated : rotated);
}

export function hashComplex(real: bigint, imag: bigint): bigint {
  return valid(BigInt.asIntN(64, BigInt.asUintN(64, real) + IMAGINARY * BigInt.asUintN(64, imag)));
}

/** tuplehash: xxHash64 of the hashes of the items (Objects/tupleobject.c). */
export function hashTuple(items: readonly bigint[]): bigint {
  let acc = 2870177450012600261n;
  for (const item of items) {
    acc = BigInt.asUintN(64, acc + BigInt.asUintN(64, item) * 14029467366897019727n);
    acc = BigInt.asUintN(64, (acc << 31n) | (acc >> 33n));
    acc = BigInt.asUintN(64, acc * 11400714785074694791n);
  }
  acc = BigInt.asUintN(64, acc + (BigInt(items.length) ^ 2870177450012600261n ^ 3527539n));
  return acc === 0xffffffffffffffffn ? 1546275796n : BigInt.asIntN(64, acc);
}

/** frozenset_hash; `fill` and `mask` of its table as CPython's (Objects/setobject.c). */
export function hashFrozenSet(items: readonly bigint[]): bigint {
  const shuffle = (h: bigint): bigint => BigInt.asUintN(64, (h ^ 89869747n ^ (h << 16n)) * 3644798167n);
  let hash = 0n;
  for (const item of items) hash ^= shuffle(BigInt.asUintN(64, item));
  hash ^= BigInt.asUintN(64, (BigInt(items.length) + 1n) * 1927868237n);
  hash ^= (hash >> 11n) ^ (hash >> 25n);
  hash = BigInt.asUintN(64, hash * 69069n + 907133923n);
  return hash === 0xffffffffffffffffn ? 590923713n : BigInt.asIntN(64, hash);
}

/** hash(str): over its code points in the width of the widest (1, 2 or 4 bytes). */
export function hashStr(text: string): bigint {
  let widest = 0;
  let points = 0;
  for (const char of text) {
    widest = Math.max(widest, char.codePointAt(0) as number);
    points++;
  }
  const width = widest < 256 ? 1 : widest < 65536 ? 2 : 4;
  const bytes = new Uint8Array(points * width);
  let at = 0;
  for (const char of text) {
    const code = char.codePointAt(0) as number;
    for (let i = 0; i < width; i++) bytes[at++] = (code >>> (8 * i)) & 255;
  }
  return hashBytes(bytes);
}

/** Halves of the four words of SipHash's state, low first. */
type State = Int32Array;

function add(v: State, to: number, from: number): void {
  const low = ((v[to] as number) >>> 0) + ((v[from] as number) >>> 0);
  v[to + 1] = (v[to + 1] as number) + (v[from + 1] as number) + (low > 0xffffffff ? 1 : 0);
  v[to] = low;
}

function rotateXor(v: State, at: number, by: number, other: number): void {
  let low = v[at] as number;
  let high = v[at + 1] as number;
  if (by >= 32) {
    [low, high] = [high, low];
    by -= 32;
  }
  const rotatedLow = by === 0 ? low : (low << by) | (high >>> (32 - by));
  const rotatedHigh = by === 0 ? high : (high << by) | (low >>> (32 - by));
  v[at] = rotatedLow ^ (v[other] as number);
  v[at + 1] = rotatedHigh ^ (v[other + 1] as number);
}

function rotate32(v: State, at: number): void {
  const low = v[at] as number;
  v[at] = v[at + 1] as number;
  v[at + 1] = low;
}

/** One SipRound; v0 … v3 stand at 0, 2, 4, 6. */
function round(v: State): void {
  add(v, 0, 2);
  rotateXor(v, 2, 13, 0);
  rotate32(v, 0);
  add(v, 4, 6);
  rotateXor(v, 6, 16, 4);
  add(v, 0, 6);
  rotateXor(v, 6, 21, 0);
  add(v, 4, 2);
  rotateXor(v, 2, 17, 4);
  rotate32(v, 4);
}

/** SipHash-1-3 with the zero key. */
export function hashBytes(bytes: Uint8Array): bigint {
  const length = bytes.length;
  if (length === 0) return 0n;
  const v = new Int32Array([
    0x70736575, 0x736f6d65, 0x6e646f6d, 0x646f7261, 0x6e657261, 0x6c796765, 0x79746573, 0x74656462,
  ]);
  const mix = (low: number, high: number): void => {
    v[6] = (v[6] as number) ^ low;
    v[7] = (v[7] as number) ^ high;
    round(v);
    v[0] = (v[0] as number) ^ low;
    v[1] = (v[1] as number) ^ high;
  };
  const word = (at: number): number => {
    let out = 0;
    for (let i = 0; i < 4 && at + i < length; i++) out |= (bytes[at + i] as number) << (8 * i);
    return out;
  };
  const whole = length - (length % 8);
  for (let at = 0; at < whole; at += 8) mix(word(at), word(at + 4));
  mix(word(whole), word(whole + 4) | ((length & 255) << 24));
  v[4] = (v[4] as number) ^ 0xff;
  for (let i = 0; i < 3; i++) round(v);
  const low = (v[0] as number) ^ (v[2] as number) ^ (v[4] as number) ^ (v[6] as number);
  const high = (v[1] as number) ^ (v[3] as number) ^ (v[5] as number) ^ (v[7] as number);
  return valid(BigInt.asIntN(64, (BigInt(high >>> 0) << 32n) | BigInt(low >>> 0)));
}
