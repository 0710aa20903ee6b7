/** Why a claim about an object holds: the step that last changed its count, and who holds it after that. */
import { holders } from '@/lib/simulator';
import type { Claim } from '../content/questions';
import { fateOf, memoryAfter, objectMeant, objectWords, type Timeline } from './timeline';

export interface ClaimReason {
  readonly reason: string;
  /** The step to look at. */
  readonly step: number;
}

/** The reason of a claim about an object, or null where the claim is of another kind or no step decides it. */
export function claimReason(timeline: Timeline, claim: Claim): ClaimReason | null {
  if (!('of' in claim)) return null;
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
