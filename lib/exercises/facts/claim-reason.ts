/** Why a claim holds or does not: the step that decided it, and what is so since then. */
import { holders, type MemoryState } from '@/lib/simulator';
import type { Claim } from '../content/questions';
import { reasonOfCell } from './cell-reason';
import { recordOf } from './names';
import { sharesMemory } from './sharing';
import { fateOf, type LessonStep, memoryAfter, objectMeant, objectWords, type Timeline } from './timeline';

export interface ClaimReason {
  readonly reason: string;
  /** The step to look at. */
  readonly step: number;
}

type PairClaim = Extract<Claim, { share: unknown } | { same: unknown }>;
type ObjectClaim = Extract<Claim, { of: unknown }>;

/** The reason of a claim; null where no step decides it. */
export function claimReason(timeline: Timeline, claim: Claim): ClaimReason | null {
  if ('of' in claim) return objectReason(timeline, claim);
  const until = claim.step === 'end' ? timeline.steps.at(-1) : timeline.steps[claim.step - 1];
  if (until === undefined) return null;
  return 'value' in claim
    ? reasonOfCell(timeline, until, 'value', claim.value)
    : pairReason(timeline, until, claim);
}

/** What is so of two names since the step that made it so. */
function pairReason(timeline: Timeline, until: LessonStep, claim: PairClaim): ClaimReason | null {
  const fact = pairFact(until.memory, claim);
  if (fact === null) return null;
  const other = timeline.steps.findLast((one) => one.n < until.n && pairFact(one.memory, claim) !== fact);
  const step = timeline.steps[other?.n ?? 0] ?? until;
  return { reason: `Since step ${step.n}, \`${step.source}\`, ${fact}.`, step: step.n };
}

/** Null where a name is not bound, or is not what the claim needs. */
function pairFact(memory: MemoryState, claim: PairClaim): string | null {
  const names = 'share' in claim ? claim.share : claim.same;
  const [a, b] = [recordOf(memory, names[0]), recordOf(memory, names[1])];
  if (a === undefined || b === undefined) return null;
  const both = `${names[0]} and ${names[1]}`;
  if ('same' in claim) return `${both} refer to ${a.id === b.id ? 'the same object' : 'two objects'}`;
  if (a.kind !== 'ndarray' || b.kind !== 'ndarray') return null;
  if (sharesMemory(a, b)) return `${both} show common elements of one buffer`;
  return a.buffer === b.buffer
    ? `${both} show one buffer, but no element of it that the other shows`
    : `${both} show two different buffers`;
}

/** The step that last changed the count of an object, and who holds it after that. */
function objectReason(timeline: Timeline, claim: ObjectClaim): ClaimReason | null {
  const memory = memoryAfter(timeline, claim.step);
  const id = objectMeant(timeline, claim.of);
  if (memory === undefined || id === null) return null;
  const about = objectWords(timeline, claim.of);
  let before = 0;
  let found: ClaimReason | null = null;
  for (const step of timeline.steps) {
    if (step.memory.step.n > memory.step.n) break;
    const fate = fateOf(timeline, id, step.memory);
    if (fate.state === 'unmade') continue;
    const count = fate.state === 'alive' ? fate.count : 0;
    const act = `Step ${step.n}, \`${step.source}\`,`;
    if (fate.state === 'freed' && (found === null || before > 0)) {
      const by = fate.by === 'rc' ? 'its count is 0' : 'the collector finds it unreachable';
      found = { reason: `${act} ends ${about}: ${by}, and it is freed.`, step: step.n };
    } else if (count !== before) {
      const held = (holders(step.memory).get(id) ?? []).map((holder) => holder.label);
      const by = held.length > 0 ? ` It is held by: ${held.join(', ')}.` : '';
      found = { reason: `${act} leaves ${about} with a count of ${count}.${by}`, step: step.n };
    }
    before = count;
  }
  return found;
}
