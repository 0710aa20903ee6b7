import {
  type ArrayRecord,
  eachOffset,
  itemSize,
  type MemoryState,
  type ObjectId,
  sizeOf,
} from '@/lib/simulator';

/** Elements beyond which arrays are compared by their bounds: no exercise has such arrays. */
const mostElements = 10_000;

/** Whether two arrays have a byte in common, as `np.shares_memory` says. */
export function sharesMemory(a: ArrayRecord, b: ArrayRecord): boolean {
  if (a.buffer !== b.buffer || sizeOf(a) === 0 || sizeOf(b) === 0) return false;
  if (sizeOf(a) > mostElements || sizeOf(b) > mostElements) return overlap(bounds(a), bounds(b));
  const [sizeA, sizeB] = [itemSize(a.dtype) ?? 1, itemSize(b.dtype) ?? 1];
  const bytes = new Set<number>();
  eachOffset(a, (offset) => {
    for (let byte = 0; byte < sizeA; byte += 1) bytes.add(offset + byte);
  });
  let found = false;
  eachOffset(b, (offset) => {
    for (let byte = 0; byte < sizeB; byte += 1) found ||= bytes.has(offset + byte);
  });
  return found;
}

function bounds(a: ArrayRecord): readonly [number, number] {
  let [low, high] = [a.offset, a.offset + (itemSize(a.dtype) ?? 1)];
  a.shape.forEach((length, axis) => {
    const reach = (a.strides[axis] ?? 0) * (length - 1);
    if (reach < 0) low += reach;
    else high += reach;
  });
  return [low, high];
}

const overlap = ([a, b]: readonly [number, number], [c, d]: readonly [number, number]): boolean =>
  a < d && c < b;

/** The array of an object id; undefined for other objects and freed ones. */
export function arrayOf(memory: MemoryState, id: ObjectId | null): ArrayRecord | undefined {
  const record = id === null ? undefined : memory.objects.get(id);
  return record?.kind === 'ndarray' ? record : undefined;
}
