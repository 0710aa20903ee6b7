import type { ArrayRecord, MemoryState } from '@/lib/simulator';
import { elementsOf, itemSize } from '@/lib/simulator/browser';

/** Text of the element at a byte offset of an array's buffer; `·` for types whose elements the trace does not show. */
export function textAt(state: MemoryState, record: ArrayRecord, offset: number): string {
  // A view of one element: the simulator's own reading, so that no number is decoded in two ways.
  const one = { ...record, shape: [], strides: [], offset };
  return String(elementsOf(state, one)?.[0] ?? '·');
}

/** Bytes of one element; null for types that are shown as text only. */
export function elementBytes(dtype: string): number | null {
  const size = itemSize(dtype);
  return dtype === 'object' || size === 0 ? null : size;
}

export interface Element {
  readonly index: readonly number[];
  /** Bytes from the start of the buffer. */
  readonly offset: number;
}

/** Places of the elements of an array in C order, the first `most` of them. */
export function placesOf(record: ArrayRecord, most: number): Element[] {
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
