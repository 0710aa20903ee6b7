/** Where the elements of an array lie in its buffer. */
import type { ArrayRecord } from './records';

/** Visit the byte offset of each element, flat in C order. */
export function eachOffset(
  a: Pick<ArrayRecord, 'shape' | 'strides' | 'offset'>,
  visit: (offset: number, index: number) => void,
): void {
  const { shape, strides } = a;
  if (shape.includes(0)) return;
  const index = new Array<number>(shape.length).fill(0);
  let offset = a.offset;
  for (let n = 0; ; n++) {
    visit(offset, n);
    let axis = shape.length - 1;
    for (; axis >= 0; axis--) {
      const step = strides[axis] as number;
      const at = (index[axis] as number) + 1;
      offset += step;
      index[axis] = at;
      if (at < (shape[axis] as number)) break;
      offset -= at * step;
      index[axis] = 0;
    }
    if (axis < 0) return;
  }
}

/** Number of elements. */
export const sizeOf = (a: Pick<ArrayRecord, 'shape'>): number => a.shape.reduce((n, d) => n * d, 1);

/** Bytes of one element, from NumPy's name of the dtype; null where the name does not say. */
export function itemSize(dtype: string): number | null {
  if (dtype === 'bool') return 1;
  if (dtype === 'object') return 8;
  const bits = /^(?:u?int|float|complex)(\d+)$/.exec(dtype);
  if (bits) return Number(bits[1]) / 8;
  const text = /^[<>|=]?([USV])(\d+)$/.exec(dtype);
  if (text) return Number(text[2]) * (text[1] === 'U' ? 4 : 1);
  return null;
}
