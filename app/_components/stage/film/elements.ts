import type { ArrayRecord } from '@/lib/simulator';
import { float32Text, floatText } from './number-text';

/** Text of one element of array memory, or null where this view cannot tell (structured types, dates). */
export function elementText(bytes: Uint8Array, offset: number, dtype: string): string | null {
  const size = elementBytes(dtype);
  if (size === null || offset < 0 || offset + size > bytes.length) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset + offset, size);
  switch (dtype) {
    case 'bool':
      return view.getUint8(0) === 0 ? 'False' : 'True';
    case 'int8':
      return String(view.getInt8(0));
    case 'uint8':
      return String(view.getUint8(0));
    case 'int16':
      return String(view.getInt16(0, true));
    case 'uint16':
      return String(view.getUint16(0, true));
    case 'int32':
      return String(view.getInt32(0, true));
    case 'uint32':
      return String(view.getUint32(0, true));
    case 'int64':
      return String(view.getBigInt64(0, true));
    case 'uint64':
      return String(view.getBigUint64(0, true));
    case 'float32':
      return float32Text(view.getFloat32(0, true));
    case 'float64':
      return floatText(view.getFloat64(0, true));
    default:
      return dtype.startsWith('<U') ? characters(view) : null;
  }
}

const SIZES: Readonly<Record<string, number>> = {
  bool: 1,
  int8: 1,
  uint8: 1,
  int16: 2,
  uint16: 2,
  int32: 4,
  uint32: 4,
  float32: 4,
  int64: 8,
  uint64: 8,
  float64: 8,
};

/** Bytes of one element; null for types that are shown as text only. */
export function elementBytes(dtype: string): number | null {
  const size = SIZES[dtype];
  if (size !== undefined) return size;
  const characters = /^<U(\d+)$/.exec(dtype)?.[1];
  return characters === undefined ? null : 4 * Number(characters);
}

/** Fixed-width UTF-32 text, without the zeros that fill it up. */
function characters(view: DataView): string {
  let text = '';
  for (let at = 0; at < view.byteLength; at += 4) {
    const code = view.getUint32(at, true);
    if (code !== 0) text += String.fromCodePoint(code);
  }
  return `'${text}'`;
}

export interface Element {
  readonly index: readonly number[];
  /** Bytes from the start of the buffer. */
  readonly offset: number;
}

/** Elements of an array in C order, the first `most` of them. */
export function elementsOf(record: ArrayRecord, most: number): Element[] {
  const size = record.shape.reduce((product, length) => product * length, 1);
  const elements: Element[] = [];
  const index = record.shape.map(() => 0);
  for (let n = 0; n < Math.min(size, most); n += 1) {
    const offset = index.reduce((sum, i, axis) => sum + i * (record.strides[axis] ?? 0), record.offset);
    elements.push({ index: [...index], offset });
    for (let axis = index.length - 1; axis >= 0; axis -= 1) {
      const next = (index[axis] ?? 0) + 1;
      index[axis] = next;
      if (next < (record.shape[axis] ?? 0)) break;
      index[axis] = 0;
    }
  }
  return elements;
}

/** `(3,)`, `(3, 4)`, `()`: a tuple of ints as Python writes it. */
export function tupleText(values: readonly number[]): string {
  return values.length === 1 ? `(${values[0]},)` : `(${values.join(', ')})`;
}
