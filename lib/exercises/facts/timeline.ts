/** A trace as exercises read it: the lesson's steps, and what each name and object is after each of them. */
import {
  lessonSteps,
  type MemoryState,
  type ObjectId,
  type Step,
  sourceAt,
  stateAt,
  type Trace,
  type Value,
  valueText,
} from '@/lib/simulator';
import type { Cell } from '../cells/cell';
import type { ObjectOf } from '../content/parts';
import type { StepOrEnd } from '../content/questions';
import { readLiteral } from '../literals/read-literal';

export interface LessonStep {
  /** 1, 2, 3 …, imports and the end left out. */
  readonly n: number;
  readonly line: number;
  /** The statement as written. */
  readonly source: string;
  readonly memory: MemoryState;
}

export interface Timeline {
  readonly trace: Trace;
  readonly steps: readonly LessonStep[];
  /** The import statements. */
  readonly imports: readonly { readonly source: string }[];
  /** The memory when the program has ended. */
  readonly end: MemoryState;
}

/** The lesson's steps of a trace. Throws where the trace has no step at all (a syntax error). */
export function timelineOf(trace: Trace): Timeline {
  const last = trace.steps.at(-1);
  if (last === undefined) throw new Error('a trace without steps has no timeline');
  const sourceOf = (step: Step) => (step.span === null ? '' : sourceAt(trace, step.span));
  const steps = lessonSteps(trace).map(({ number, step }) => ({
    n: number,
    line: step.span?.line ?? 0,
    source: sourceOf(step),
    memory: stateAt(trace, step.n),
  }));
  const imports = trace.steps
    .filter((step) => step.stmt === 'Import' || step.stmt === 'ImportFrom')
    .map((step) => ({ source: sourceOf(step) }));
  return { trace, steps, imports, end: stateAt(trace, last.n) };
}

/** The memory after a step, or undefined where there is no such step. */
export function memoryAfter(timeline: Timeline, step: StepOrEnd): MemoryState | undefined {
  return step === 'end' ? timeline.end : timeline.steps[step - 1]?.memory;
}

/** What a name of the module refers to; undefined where it is not bound. */
export function referent(memory: MemoryState, name: string): Value | undefined {
  const names = memory.step.frames[0]?.names;
  if (names === undefined || !Object.hasOwn(names, name)) return undefined;
  return names[name] ?? undefined;
}

/** What a cell of a value column should say; null where the value cannot be written as a literal. */
export function valueCell(memory: MemoryState, name: string): Cell | null {
  const value = referent(memory, name);
  if (value === undefined) return { type: 'undefined' };
  const literal = readLiteral(valueText(memory, value));
  return literal === null ? null : { type: 'value', literal };
}

/** The object that is meant by `A`, `{ name: A, step: 3 }` or `{ line: 4 }`; null where there is none. */
export function objectMeant(timeline: Timeline, meant: ObjectOf): ObjectId | null {
  if (typeof meant === 'object' && 'line' in meant) return madeOnLine(timeline, meant.line);
  if (typeof meant !== 'string') {
    const memory = memoryAfter(timeline, meant.step);
    const value = memory === undefined ? undefined : referent(memory, meant.name);
    return typeof value === 'number' ? value : null;
  }
  for (const step of timeline.steps) {
    const value = referent(step.memory, meant);
    if (value !== undefined) return typeof value === 'number' ? value : null;
  }
  return null;
}

/**
 * The first array, or else the first object, that the first step of a line makes. The tuple of constants that
 * `[1, 2, 3]` is built from comes last: it belongs to the code.
 */
function madeOnLine({ trace }: Timeline, line: number): ObjectId | null {
  const place = trace.steps.findIndex((step) => step.span?.line === line);
  const step = trace.steps[place];
  if (step === undefined) return null;
  const known = new Set(trace.steps.slice(0, place).flatMap((one) => one.changed.map((record) => record.id)));
  const made = step.changed.filter((record) => !known.has(record.id));
  const array = made.find((record) => record.kind === 'ndarray');
  return (array ?? made.find(({ id }) => trace.constants[id] === undefined) ?? made[0])?.id ?? null;
}

/** 'not yet made', alive with a count, or freed. A freed object's count is 0. */
export type Fate =
  | { readonly state: 'unmade' }
  | { readonly state: 'alive'; readonly count: number }
  | { readonly state: 'freed'; readonly by: 'rc' | 'gc' };

/** What has become of an object after a step of the trace. */
export function fateOf(timeline: Timeline, id: ObjectId, memory: MemoryState): Fate {
  const record = memory.objects.get(id);
  if (record !== undefined) return { state: 'alive', count: record.count ?? 0 };
  for (const step of timeline.trace.steps) {
    if (step.n > memory.step.n) break;
    const freed = step.freed.find((one) => one.id === id);
    if (freed !== undefined) return { state: 'freed', by: freed.by };
  }
  return { state: 'unmade' };
}

/** 'the array of A', 'the list that B refers to after step 3': an object in words. */
export function objectWords(timeline: Timeline, meant: ObjectOf): string {
  const kind = kindMeant(timeline, meant);
  if (typeof meant === 'string') return `the ${kind} of ${meant}`;
  if ('line' in meant) return `the ${kind} that line ${meant.line} makes`;
  return `the ${kind} that ${meant.name} refers to after step ${meant.step}`;
}

/** 'array', 'list': what kind of object is meant; 'object' where there is none. */
export function kindMeant(timeline: Timeline, meant: ObjectOf): string {
  const id = objectMeant(timeline, meant);
  return id === null ? 'object' : kindWord(timeline, id);
}

function kindWord(timeline: Timeline, id: ObjectId): string {
  for (const step of timeline.trace.steps) {
    const record = step.changed.find((one) => one.id === id);
    if (record !== undefined) return record.kind === 'ndarray' ? 'array' : record.kind;
  }
  return 'object';
}
