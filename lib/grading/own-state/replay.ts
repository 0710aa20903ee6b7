/** Runs a program again with statements put in after one of its steps. */
import type { LessonStep, Timeline } from '@/lib/exercises/facts/timeline';
import type { Run } from '@/lib/exercises/kinds/contract';
import { type MemoryState, type ObjectId, type Step, stateAt, type Trace } from '@/lib/simulator';
import { type Extended, insertAll } from './insert';
import { type Place, sameSpan } from './place';

export interface Replay {
  /** The state when the statements that were put in have run. */
  readonly state: MemoryState;
  /** The object that one of the first program is here; undefined where it is freed. */
  readonly objectOf: (id: ObjectId) => ObjectId | undefined;
  /** The state after the step of the first program that is meant; null where the run takes another way. */
  readonly next: MemoryState | null;
}

/**
 * The program of the timeline with `lines` put in at `place`, after `from`, run on to `to`.
 * Null where the statements fail, print something, or make the run another one before they are reached.
 */
export function replay(
  timeline: Timeline,
  { from, to, place }: { readonly from: LessonStep; readonly to: LessonStep; readonly place: Place },
  lines: readonly string[],
  run: Run,
): Replay | null {
  const extended = insertAll(timeline.trace.source, [{ place, lines: lines.length > 0 ? lines : ['pass'] }]);
  const trace = run(extended.source);
  const put = trace.steps.filter(
    (step) => step.span !== null && extended.insertionAt(step.span.line) !== null,
  );
  const [first, last] = [put[0], put.at(-1)];
  // One step each: a statement that fails ends the run in the middle of what was put in.
  if (first === undefined || last === undefined || put.length !== Math.max(1, lines.length)) return null;
  const reached = trace.steps.findLast((step) => step.n < first.n && original(extended, step) !== null);
  if (reached === undefined || put.some((step) => step.out !== '')) return null;
  const pairs = pairObjects(from.memory, stateAt(trace, reached.n));
  if (pairs === null) return null;
  const next = nextStep(timeline, { from, to }, trace, extended, last);
  return {
    state: stateAt(trace, last.n),
    objectOf: (id) => pairs.get(id),
    next: next === null ? null : stateAt(trace, next.n),
  };
}

const original = (extended: Extended, step: Step): number | null =>
  step.span === null ? null : extended.originalLine(step.span.line);

/** The step of the second run that is `to` in the first: the same statement, run as often since `from`. */
function nextStep(
  timeline: Timeline,
  { from, to }: { readonly from: LessonStep; readonly to: LessonStep },
  trace: Trace,
  extended: Extended,
  after: Step,
): Step | null {
  const way = timeline.trace.steps.filter(
    (step) => step.n > from.memory.step.n && step.n <= to.memory.step.n,
  );
  const steps = trace.steps.filter((step) => step.n > after.n && original(extended, step) !== null);
  const found = steps[way.length - 1];
  const same = way.every((step, index) => {
    const other = steps[index];
    if (other === undefined || other.span === null || step.span === null) return false;
    const shift = step.span.line - (original(extended, other) ?? 0);
    const line = (n: number) => extended.originalLine(n) ?? n + shift;
    const span = { ...other.span, line: line(other.span.line), endLine: line(other.span.endLine) };
    return sameSpan(span, step.span) && other.stmt === step.stmt;
  });
  return same ? (found ?? null) : null;
}

/**
 * Up to the statements both runs are one, so their objects were made in the same order. Only the constants of the
 * code differ in number: they are left out.
 */
function pairObjects(first: MemoryState, second: MemoryState): ReadonlyMap<ObjectId, ObjectId> | null {
  const made = (memory: MemoryState) =>
    [...memory.objects.values()]
      .filter(({ id }) => !Object.hasOwn(memory.constants, id))
      .toSorted((a, b) => a.id - b.id);
  const [a, b] = [made(first), made(second)];
  const same = a.length === b.length && a.every((record, index) => record.kind === b[index]?.kind);
  return same ? new Map(a.map((record, index) => [record.id, b[index]?.id ?? -1])) : null;
}
