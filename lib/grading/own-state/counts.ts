/** Statements that make objects have as many references as somebody wrote. */
import type { FrameRecord, MemoryState, ObjectId } from '@/lib/simulator';
import { heldName, ownCopy, type Path, pathsIn } from './paths';

export interface CountClaim {
  readonly object: ObjectId;
  readonly count: number;
}

/** More references than this are no state that a table is about. */
const mostReferences = 20;

/**
 * More references than there are: names that nobody asks about hold the object. Fewer: some names or slots refer to
 * copies, or are gone where nothing is to be left. Which ones, the count does not tell: names may be the ones that
 * are left, or slots, so there may be two ways. None where the count can be reached in no way.
 */
export function reachCounts(
  memory: MemoryState,
  claims: readonly CountClaim[],
  frame: FrameRecord | null,
): string[][] {
  const paths = pathsIn(memory, frame);
  const ways = [namesFirst, slotsFirst].map((order) => {
    const lines: string[] = [];
    for (const claim of claims) {
      const found = reach(
        memory,
        claim,
        order(paths.filter((path) => path.to === claim.object)),
        lines.length,
      );
      if (found === null) return null;
      lines.push(...found);
    }
    return lines;
  });
  const [first, second] = ways.filter((way) => way !== null);
  if (first === undefined) return [];
  return second === undefined || second.join() === first.join() ? [first] : [first, second];
}

/** The references in the order in which they are given up last: those that stay stand first. */
function namesFirst(paths: readonly Path[]): Path[] {
  return [...paths.filter(({ via }) => via === 'name'), ...paths.filter(({ via }) => via !== 'name')];
}

/** One name stays in any case: by it people tell the object. */
function slotsFirst(paths: readonly Path[]): Path[] {
  const [first, ...rest] = namesFirst(paths);
  const others = rest.toSorted((a, b) => Number(a.via === 'name') - Number(b.via === 'name'));
  return first === undefined ? [] : [first, ...others];
}

function reach(
  memory: MemoryState,
  { object, count }: CountClaim,
  paths: readonly Path[],
  made: number,
): string[] | null {
  const record = memory.objects.get(object);
  const missing = count - (record?.count ?? 0);
  if (missing === 0) return [];
  const [first] = paths;
  if (record === undefined || first === undefined || count > mostReferences) return null;
  if (missing > 0) {
    return Array.from({ length: missing }, (_, index) => `${heldName}${made + index} = ${first.expression}`);
  }
  const given = paths.filter(({ via }) => via !== 'tuple').slice(missing);
  if (count === 0 || given.length < -missing) return null;
  const lines = given
    .toReversed()
    .map(({ via, expression, owner }) =>
      via === 'base' && owner !== null
        ? ownCopy(owner.expression, memory.objects.get(owner.id))
        : ownCopy(expression, record),
    );
  return lines.some((line) => line === null) ? null : lines.flatMap((line) => line ?? []);
}
