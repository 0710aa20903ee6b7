import type { Holder, MemoryState, ObjectId, ObjectRecord } from '@/lib/simulator';
import { type BodyContext, bodyOf, factsOf } from './body';
import type { HolderState, ObjectRole, ObjectState } from './film';
import type { Scratch } from './scratch';

export type HoldersOf = (id: ObjectId) => readonly Holder[];

/** Key under which one reference is followed from scene to scene. */
function referenceKey(id: ObjectId, holder: Holder): string {
  const from =
    'object' in holder.from
      ? `o${holder.from.object}`
      : 'frame' in holder.from
        ? `f${holder.from.frame}`
        : 'i';
  return `${id}<${from}:${holder.kind}:${holder.slot}`;
}

/** Remembers since when each reference is held. */
export class SinceTracker {
  private since = new Map<string, number>();

  advance(n: number, state: MemoryState, holders: HoldersOf): void {
    const next = new Map<string, number>();
    for (const id of state.objects.keys()) {
      for (const holder of holders(id)) {
        const key = referenceKey(id, holder);
        next.set(key, this.since.get(key) ?? n);
      }
    }
    this.since = next;
  }

  of(id: ObjectId, holder: Holder): number {
    return this.since.get(referenceKey(id, holder)) ?? 0;
  }
}

/** Objects that no frame and no part of the interpreter can reach any more: they wait for the collector. */
export function unreachable(state: MemoryState, holders: HoldersOf): Set<ObjectId> {
  const reached = new Set<ObjectId>();
  const heldBy = new Map<ObjectId, ObjectId[]>();
  const queue: ObjectId[] = [];
  for (const id of state.objects.keys()) {
    for (const holder of holders(id)) {
      if ('object' in holder.from) {
        const held = heldBy.get(holder.from.object) ?? [];
        held.push(id);
        heldBy.set(holder.from.object, held);
      } else if (!reached.has(id)) {
        reached.add(id);
        queue.push(id);
      }
    }
  }
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    for (const held of heldBy.get(id) ?? []) {
      if (reached.has(held)) continue;
      reached.add(held);
      queue.push(held);
    }
  }
  return new Set(
    [...state.objects].filter(([id, record]) => record.count !== null && !reached.has(id)).map(([id]) => id),
  );
}

export interface ObjectContext extends BodyContext {
  readonly n: number;
  readonly holders: readonly Holder[];
  readonly since: SinceTracker;
  readonly cycle: boolean;
}

/** How an object looks after a step. */
export function liveState(role: ObjectRole, record: ObjectRecord, context: ObjectContext): ObjectState {
  const { before, n } = context;
  const isNew = before === null && n > 0;
  const changed = before !== null && before.count !== record.count;
  return {
    id: role.id,
    status: 'live',
    isNew,
    count: record.count,
    before: changed ? before.count : null,
    holders: context.holders.map((holder) => holderState(role, holder, context)),
    body: bodyOf(record, context),
    facts: factsOf(record, context),
    freed: null,
    cycle: context.cycle,
  };
}

/** Whether an object looks after a step that did nothing to it as it looked before: no mark of the last step is on it. */
export function isStill({ isNew, before, body, cycle }: ObjectState, cycleNow: boolean): boolean {
  if (isNew || before !== null || cycle !== cycleNow) return false;
  if (body.type === 'grid') return !body.cells.some((cell) => cell.now);
  return body.type !== 'slots' || !body.slots.some((slot) => slot.now);
}

/** Whether two lists of holders read alike. */
export function sameHolders(a: readonly Holder[], b: readonly Holder[]): boolean {
  return (
    a.length === b.length &&
    a.every(
      (holder, i) => holder.label === b[i]?.label && holder.kind === b[i]?.kind && holder.slot === b[i]?.slot,
    )
  );
}

function holderState(role: ObjectRole, holder: Holder, context: ObjectContext): HolderState {
  const from = 'object' in holder.from ? context.label(holder.from.object) : null;
  const isName = ['name', 'local', 'cell'].includes(holder.kind) && 'frame' in holder.from;
  return {
    label: renumbered(holder.label, context),
    kind: holder.kind,
    name: isName ? holder.slot : null,
    number: from && /^#\d+$/.test(from.text) ? Number(from.text.slice(1)) : null,
    hue: from ? from.hue : isName ? role.hue : 0,
    since: context.since.of(role.id, holder),
  };
}

/** The numbers of the trace count objects that are never shown: labels use the numbers that people see. */
function renumbered(label: string, context: ObjectContext): string {
  return label.replace(/#(\d+)/g, (_, id: string) => context.label(Number(id)).text);
}

/** The ghost of an object, in the step that freed it (with its last count) and after. */
export function ghostState(
  role: ObjectRole,
  step: number,
  by: 'rc' | 'gc',
  before: number | null,
  scratch: Scratch | null,
): ObjectState {
  return {
    id: role.id,
    status: 'freed',
    isNew: false,
    count: 0,
    before,
    holders: [],
    body: { type: 'text', text: '' },
    facts: [],
    freed: { step, by, scratch },
    cycle: false,
  };
}
