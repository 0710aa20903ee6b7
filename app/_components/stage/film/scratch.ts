import type { Holder, MemoryState, ObjectId, ObjectRecord } from '@/lib/simulator';

/** How the collector found that nothing outside of a cycle holds an object. */
export interface Scratch {
  /** The reference count, from which the collector starts (`update_refs`). */
  readonly count: number;
  /** References from other objects that it tracks, which it takes off (`subtract_refs`). */
  readonly inside: number;
}

/** Kinds that CPython's collector does not track: NumPy's arrays and records, and byte strings that change. */
const UNTRACKED: ReadonlySet<ObjectRecord['kind']> = new Set(['ndarray', 'void', 'bytearray']);

/**
 * The collector's scratch count of an object in the memory just before a collection that frees it, as
 * `deduce_unreachable` in CPython's Modules/gcmodule.c computes it; null for what it does not track, and where
 * the references from inside do not account for the whole count.
 */
export function scratchOf(
  id: ObjectId,
  before: MemoryState,
  holders: readonly Holder[] | undefined,
): Scratch | null {
  const record = before.objects.get(id);
  if (!record || record.count === null || UNTRACKED.has(record.kind)) return null;
  const inside = (holders ?? []).filter(({ from }) => {
    const holder = 'object' in from ? before.objects.get(from.object) : undefined;
    return holder !== undefined && !UNTRACKED.has(holder.kind);
  }).length;
  return inside === record.count ? { count: record.count, inside } : null;
}
