/** The values of an array as Python literals, from the bytes of its buffer. */

import { eachOffset, sizeOf } from './layout';
import { bytesText, complexText, floatText, stringText } from './literals';
import { ownValue } from './own-value';
import type { ArrayRecord, ObjectRecord, Value } from './records';
import type { MemoryState } from './trace';

/**
 * The elements of an array, flat in C order, as `repr` of the items of `.tolist()`; object arrays give the objects
 * that they refer to. Null where the dtype is one whose elements the trace does not show.
 */
export function elementsOf(state: MemoryState, a: ArrayRecord): readonly Value[] | null {
  if (a.dtype === 'object') return objectElements(state, a);
  const bytes = state.buffers.get(a.buffer)?.bytes;
  if (bytes === undefined) return sizeOf(a) === 0 ? [] : null;
  const reader = readerOf(a.dtype);
  if (reader === null) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found: string[] = [];
  eachOffset(a, (at) => found.push(reader(view, at)));
  return found;
}

/** The text of an array as nested lists: `[10, 2, 3]`, `[[1, 2], [3, 4]]`. */
export function nestedText(shape: readonly number[], elements: readonly string[]): string {
  let next = 0;
  const level = (axis: number): string => {
    if (axis === shape.length) return elements[next++] ?? '';
    return `[${Array.from({ length: shape[axis] as number }, () => level(axis + 1)).join(', ')}]`;
  };
  return level(0);
}

/** References of an object array or of a view on one: they are its owner's. */
function objectElements(state: MemoryState, a: ArrayRecord): readonly Value[] | null {
  let owner: ArrayRecord | undefined = a;
  while (owner !== undefined && owner.items === undefined) {
    const next: ObjectRecord | undefined =
      typeof owner.base === 'number' ? state.objects.get(owner.base) : undefined;
    owner = next?.kind === 'ndarray' ? next : undefined;
  }
  owner ??= ownerOf(state, a);
  if (owner === undefined) return sizeOf(a) === 0 ? [] : null;
  const found: Value[] = [];
  eachOffset(a, (at) => found.push(owner.items?.[at / 8] ?? 'None'));
  return found;
}

/** The array that owns the buffer, where the chain of bases does not lead to it. */
function ownerOf(state: MemoryState, a: ArrayRecord): ArrayRecord | undefined {
  for (const record of state.objects.values())
    if (record.kind === 'ndarray' && record.buffer === a.buffer && record.items !== undefined) return record;
  return undefined;
}

type Reader = (view: DataView, at: number) => string;

const readers: Readonly<Record<string, Reader>> = {
  bool: (v, at) => (v.getUint8(at) === 0 ? 'False' : 'True'),
  int8: (v, at) => String(v.getInt8(at)),
  uint8: (v, at) => String(v.getUint8(at)),
  int16: (v, at) => String(v.getInt16(at, true)),
  uint16: (v, at) => String(v.getUint16(at, true)),
  int32: (v, at) => String(v.getInt32(at, true)),
  uint32: (v, at) => String(v.getUint32(at, true)),
  int64: (v, at) => String(v.getBigInt64(at, true)),
  uint64: (v, at) => String(v.getBigUint64(at, true)),
  float32: (v, at) => floatText(v.getFloat32(at, true)),
  float64: (v, at) => floatText(v.getFloat64(at, true)),
  complex64: (v, at) => complexText(v.getFloat32(at, true), v.getFloat32(at + 4, true)),
  complex128: (v, at) => complexText(v.getFloat64(at, true), v.getFloat64(at + 8, true)),
};

const known = new Map<string, Reader | null>(Object.entries(readers));

/** How one element of this dtype is read, or null. */
export function readerOf(dtype: string): Reader | null {
  const found = known.get(dtype);
  if (found !== undefined) return found;
  const text = /^[<|]([US])(\d+)$/.exec(dtype);
  if (text) return text[1] === 'U' ? unicodeReader(Number(text[2])) : bytesReader(Number(text[2]));
  return recordReader(dtype);
}

const unicodeReader =
  (length: number): Reader =>
  (view, at) => {
    let s = '';
    for (let i = 0; i < length; i++) s += String.fromCodePoint(view.getUint32(at + 4 * i, true));
    return stringText(s.replace(/\0+$/, ''));
  };

const bytesReader =
  (length: number): Reader =>
  (view, at) => {
    let n = length;
    while (n > 0 && view.getUint8(at + n - 1) === 0) n--;
    return bytesText(new Uint8Array(view.buffer, view.byteOffset + at, n));
  };

/** NumPy's codes of the types of fields. */
const CODES: Readonly<Record<string, string>> = {
  '?': 'bool',
  '|b1': 'bool',
  i1: 'int8',
  u1: 'uint8',
  i2: 'int16',
  u2: 'uint16',
  i4: 'int32',
  u4: 'uint32',
  i8: 'int64',
  u8: 'uint64',
  f4: 'float32',
  f8: 'float64',
  c8: 'complex64',
  c16: 'complex128',
};

/** A structured dtype whose fields lie one behind the other: `[('x', '<i8'), ('y', '<f8')]`. */
function recordReader(text: string): Reader | null {
  const dtype = text.replace(/^\(numpy\.record, (.*)\)$/, '$1');
  if (dtype.startsWith('{')) return placedReader(dtype);
  if (!dtype.startsWith('[')) return null;
  const fields: Field[] = [];
  let at = 0;
  for (const [, code = ''] of dtype.matchAll(/\('[^']*', '([^']*)'\)/g)) {
    const name = ownValue(CODES, code) ?? ownValue(CODES, code.slice(1));
    const read = readerOf(name ?? code);
    const size = sizeOfCode(code);
    if (read === null || size === null) return null;
    fields.push({ read, at });
    at += size;
  }
  if (fields.length !== (dtype.match(/\(/g) ?? []).length) return null;
  return fieldsReader(fields);
}

/** Fields at places of their own: `{'names': ['x'], 'formats': ['<i8'], 'offsets': [8], 'itemsize': 16}`. */
function placedReader(dtype: string): Reader | null {
  const part = (name: string): string[] =>
    (new RegExp(`'${name}': \\[([^\\]]*)\\]`).exec(dtype)?.[1] ?? '').split(', ');
  const offsets = part('offsets').map(Number);
  const fields: Field[] = [];
  for (const [i, quoted] of part('formats').entries()) {
    const code = quoted.replace(/'/g, '');
    const read = readerOf(ownValue(CODES, code) ?? ownValue(CODES, code.slice(1)) ?? code);
    if (read === null) return null;
    fields.push({ read, at: offsets[i] ?? 0 });
  }
  return fieldsReader(fields);
}

interface Field {
  readonly read: Reader;
  readonly at: number;
}

const fieldsReader =
  (fields: readonly Field[]): Reader =>
  (view, start) => {
    const texts = fields.map((f) => f.read(view, start + f.at));
    return `(${texts.join(', ')}${texts.length === 1 ? ',' : ''})`;
  };

function sizeOfCode(code: string): number | null {
  const parts = /^[<|=]?([?biufcSU])(\d*)$/.exec(code);
  if (!parts) return null;
  return parts[1] === '?' ? 1 : Number(parts[2]) * (parts[1] === 'U' ? 4 : 1);
}
