/** Answers questions and judges claims about a program, from its trace. */

import type { MemoryState } from '@/lib/simulator';
import { type Cell, cellSays, readCell } from '../cells/cell';
import type { ObjectOf } from '../content/parts';
import type { Claim, Question } from '../content/questions';
import { recordOf, sameCell } from './names';
import { sharesMemory } from './sharing';
import { fateOf, memoryAfter, objectMeant, objectWords, type Timeline, valueCell } from './timeline';

export type QuestionAnswer =
  | {
      readonly status: 'answered';
      readonly cell: Cell;
      /** Where to look: the step asked about, or the one found. */
      readonly step: number | null;
    }
  /** The trace has no answer: no such step, no such object. */
  | { readonly status: 'none'; readonly message: string };

/** The answer of the trace to a question. */
export function answerOf(timeline: Timeline, question: Question): QuestionAnswer {
  if ('stepWhere' in question) return stepWhere(timeline, question.stepWhere);
  const memory = memoryAfter(timeline, question.step);
  if (memory === undefined) return none(`the program has no step ${question.step}`);
  const step = question.step === 'end' ? null : question.step;
  if ('value' in question) {
    const cell = valueCell(memory, question.value);
    return cell === null
      ? none(`the value of ${question.value} cannot be written as a literal`)
      : { status: 'answered', cell, step };
  }
  if ('same' in question) {
    const cell = sameCell(memory, question.same);
    return cell === null
      ? none(`${question.same} refers to no object that can be told apart`)
      : { status: 'answered', cell, step };
  }
  const meant = 'count' in question ? question.count : question.freed;
  const id = objectMeant(timeline, meant);
  if (id === null) return none(`${objectWords(timeline, meant)} does not exist`);
  const fate = fateOf(timeline, id, memory);
  if (fate.state === 'unmade') return none(`${objectWords(timeline, meant)} is not made yet`);
  const cell: Cell =
    'count' in question
      ? { type: 'count', count: fate.state === 'alive' ? fate.count : 0 }
      : { type: 'freed', freed: fate.state === 'freed' };
  return { status: 'answered', cell, step };
}

function stepWhere(timeline: Timeline, wanted: { count: number; of: ObjectOf }): QuestionAnswer {
  const id = objectMeant(timeline, wanted.of);
  if (id === null) return none(`${objectWords(timeline, wanted.of)} does not exist`);
  for (const step of timeline.steps) {
    const fate = fateOf(timeline, id, step.memory);
    if (fate.state === 'unmade') continue;
    if ((fate.state === 'alive' ? fate.count : 0) === wanted.count) {
      return { status: 'answered', cell: { type: 'count', count: step.n }, step: step.n };
    }
  }
  return none(`no step leaves ${objectWords(timeline, wanted.of)} with a count of ${wanted.count}`);
}

const none = (message: string): QuestionAnswer => ({ status: 'none', message });

/** Whether the trace makes a claim true; null where it speaks of a step or an object that is not there. */
export function isTrue(timeline: Timeline, claim: Claim): boolean | null {
  const memory = memoryAfter(timeline, claim.step);
  if (memory === undefined) return null;
  if ('of' in claim) return objectClaimHolds(timeline, memory, claim);
  const plainly = statementHolds(memory, claim);
  return plainly === null ? null : plainly !== claim.not;
}

type ObjectClaim = Extract<Claim, { of: unknown }>;

function objectClaimHolds(timeline: Timeline, memory: MemoryState, claim: ObjectClaim): boolean | null {
  const id = objectMeant(timeline, claim.of);
  if (id === null) return null;
  const fate = fateOf(timeline, id, memory);
  if (fate.state === 'unmade') return null;
  const count = fate.state === 'alive' ? fate.count : 0;
  const by = fate.state === 'freed' ? (fate.by === 'rc' ? 'refcount' : 'collector') : undefined;
  return (
    (claim.count === undefined || claim.count === count) &&
    (claim.freed === undefined || claim.freed === (fate.state === 'freed')) &&
    (claim.by === undefined || claim.by === by)
  );
}

/** Whether the claim holds without its `not`; null where a name is not bound, or is not what the claim needs. */
function statementHolds(memory: MemoryState, claim: Exclude<Claim, ObjectClaim>): boolean | null {
  if ('value' in claim) {
    const truth = valueCell(memory, claim.value);
    const said = readCell('value', String(claim.is));
    return truth === null || said.status !== 'read' ? null : cellSays(said.cell, truth, false);
  }
  const names = 'share' in claim ? claim.share : claim.same;
  const [a, b] = [recordOf(memory, names[0]), recordOf(memory, names[1])];
  if (a === undefined || b === undefined) return null;
  if ('same' in claim) return a.id === b.id;
  return a.kind === 'ndarray' && b.kind === 'ndarray' ? sharesMemory(a, b) : null;
}

/** The question as the beginning of a sentence that its answer ends. */
export function questionWords(timeline: Timeline, question: Question): string {
  if ('stepWhere' in question) {
    const { count, of } = question.stepWhere;
    return `The count of ${objectWords(timeline, of)} is first ${count} after step`;
  }
  const when = question.step === 'end' ? 'When the program has ended' : `After step ${question.step}`;
  if ('value' in question) return `${when}, the value of ${question.value} is`;
  if ('same' in question) return `${when}, the other names of the object of ${question.same} are`;
  if ('count' in question) return `${when}, the count of ${objectWords(timeline, question.count)} is`;
  return `${when}, is ${objectWords(timeline, question.freed)} freed?`;
}
