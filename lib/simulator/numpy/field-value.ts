/** Fields of records. */
import { type DType, read } from './dtype';
import type { Elem } from './element';

/** Elements of a field, read from the bytes of records. */
export function fieldValue(dtype: DType, record: Uint8Array, offset: number): Elem {
  const view = new DataView(record.buffer, record.byteOffset, record.byteLength);
  return read(dtype, { bytes: record, view, objects: null } as never, offset);
}
