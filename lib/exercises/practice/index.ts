/**
 * Practice without end: from a set of concepts and a difficulty, a fresh program with its table, and a question whose
 * wrong options come from the misconception machines. Pure: the same request gives the same practice everywhere.
 * What it gives is ordinary content of exercises, so that kinds, marking and the interface take it as it is.
 */
import { contentHash } from '@/lib/common/hash';
import { valueText } from '@/lib/simulator';
import { misconceptions, simulateBelieving } from '@/lib/simulator/misconceptions';
import { showCell } from '../cells/cell';
import type { ExerciseContent } from '../content/exercise-template';
import { timelineOrFault } from '../facts/finished';
import { moduleNames } from '../facts/names';
import { type LessonStep, objectMeant, type Timeline, valueCell } from '../facts/timeline';
import type { Run } from '../kinds/contract';
import type { MisconceptionId } from '../misconception-ids';
import { beliefsAbout, type PracticeRequest } from './concepts';
import { type FoundQuestion, findQuestion, type RunBelieving } from './question';
import { type PracticeSnippet, writeSnippet } from './snippet';

export {
  type PracticeConcept,
  type PracticeRequest,
  practiceConcepts,
  practiceRequestSchema,
} from './concepts';

export interface Practice {
  /** The execution table of the program. */
  readonly table: ExerciseContent;
  /** A question about it. */
  readonly choice: ExerciseContent;
}

/** Programs that are thrown away before a request is given up. */
const mostAttempts = 200;
/** Beliefs that a question tells apart: with fewer, another program is looked for first. */
const wantedBeliefs = 2;

/**
 * A practice for a request, the same each time. Throws RangeError where none can be made: then the concepts cannot be
 * put into one short program.
 */
export function makePractice(
  request: PracticeRequest,
  run: Run,
  runBelieving: RunBelieving = (source, believes) => simulateBelieving(source, believes),
): Practice {
  let spare: Practice | null = null;
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    const snippet = writeSnippet(request, attempt);
    const shown = snippet === null ? null : shownTable(snippet, run);
    if (snippet === null || shown === null) continue;
    const beliefs = [...new Set([...request.concepts, ...snippet.used].flatMap((one) => beliefsAbout[one]))];
    const found = findQuestion(shown.timeline, shown.names, shown.counted, beliefs, runBelieving);
    if (found === null) continue;
    const practice = contents(request, attempt, snippet, shown, found);
    if (found.wrong.length >= wantedBeliefs) return practice;
    spare ??= practice;
    if (attempt > 20) return spare;
  }
  if (spare !== null) return spare;
  throw new RangeError(`no program of ${request.concepts.join(', ')} was found`);
}

interface Shown {
  readonly timeline: Timeline;
  /** The columns of values. */
  readonly names: readonly string[];
  /** The name by which the object is told whose count and end are asked. */
  readonly counted: string;
  /** The steps in which something changes: the rows. */
  readonly steps: readonly number[];
}

/** What the table of a program shows; null where a statement of it does nothing that can be seen. */
function shownTable({ source }: PracticeSnippet, run: Run): Shown | null {
  const timeline = timelineOrFault(run(source));
  if ('message' in timeline) return null;
  const things = [...new Set(timeline.steps.flatMap(({ memory }) => moduleNames(memory)))].filter((name) =>
    isThing(timeline, name),
  );
  const texts = new Map(
    things.map((name) => [name, timeline.steps.map(({ memory }) => textOf(memory, name))]),
  );
  const names = things.filter((name) => texts.get(name)?.every((text) => text !== null));
  const isObject = (name: string): boolean => objectMeant(timeline, name) !== null;
  // What no cell can show, a list that holds itself, is followed by its count.
  const counted = things.find((name) => !names.includes(name) && isObject(name)) ?? things.find(isObject);
  if (counted === undefined || names.length > mostNames) return null;
  const object = objectMeant(timeline, counted);
  const row = ({ n, memory }: LessonStep): unknown => [
    names.map((name) => texts.get(name)?.[n - 1]),
    object === null ? null : (memory.objects.get(object)?.count ?? null),
  ];
  const steps = changesIn(timeline, row).map(({ n }) => n);
  return steps.length < 3 || hasDeadLine(timeline) ? null : { timeline, names, counted, steps };
}

/** The steps after which a view of the memory is another one than before. */
function changesIn(timeline: Timeline, view: (step: LessonStep) => unknown): LessonStep[] {
  const views = ['', ...timeline.steps.map((step) => JSON.stringify(view(step)))];
  return timeline.steps.filter((_, index) => views[index] !== views[index + 1]);
}

/** Whether a line changes nothing at all: no value, no reference. */
function hasDeadLine(timeline: Timeline): boolean {
  const everything = ({ memory }: LessonStep): unknown => [
    memory.step.frames.map(({ names }) =>
      Object.entries(names).map(([name, value]) => [name, value === null ? '' : valueText(memory, value)]),
    ),
    [...memory.objects.values()].map(({ id, count }) => [id, count]),
  ];
  const seen = new Set(changesIn(timeline, everything).map(({ line }) => line));
  return timeline.steps.some(({ line, memory }) => memory.step.stmt !== 'Return' && !seen.has(line));
}

const mostNames = 6;

/** What a name shows; null for what does not fit into a cell, or is a list that holds itself. */
function textOf(memory: LessonStep['memory'], name: string): string | null {
  const cell = valueCell(memory, name);
  const text = cell === null ? null : showCell(cell);
  return text === null || text.length > 40 ? null : text;
}

/** Functions have no column of their own. */
function isThing(timeline: Timeline, name: string): boolean {
  return timeline.steps.every(({ memory }) => {
    const value = memory.step.frames[0]?.names[name];
    return typeof value !== 'number' || memory.objects.get(value)?.kind !== 'function';
  });
}

function contents(
  { concepts, difficulty, seed }: PracticeRequest,
  attempt: number,
  { source }: PracticeSnippet,
  { names, counted, steps }: Shown,
  { ask, right, wrong, near }: FoundQuestion,
): Practice {
  const common = (kind: 'trace-table' | 'choice') => ({
    id: uuidOf([kind, concepts, difficulty, seed, attempt]),
    title: `Practice: ${concepts.join(', ')}`,
    concepts: [...concepts],
    difficulty,
    hints: [],
  });
  const table = {
    ...common('trace-table'),
    kind: 'trace-table' as const,
    prompt: 'Fill in what each name shows after each step, and what becomes of the object.',
    columns: [
      ...names.map((value) => ({ value })),
      { count: counted, id: '_count', label: `references to the first object of ${counted}` },
      { freed: counted, id: '_freed', label: 'freed' },
    ],
    steps: [...steps],
    given: [`${steps[0]}.*`],
    followThrough: 0.5,
    explanation: 'Watch the program step by step, and compare each row with what you wrote.',
  };
  const choice = {
    ...common('choice'),
    kind: 'choice' as const,
    prompt: promptOf(ask),
    ask,
    several: false,
    order: 'shuffled' as const,
    options: [right, ...wrong, ...near],
    misconceptions: [...new Set(wrong.map(({ believes }) => believes))],
    explanation: wrong.map(({ believes }) => explained(believes)).join('\n\n'),
  };
  return { table: { exercise: table, snippet: source }, choice: { exercise: choice, snippet: source } };
}

const explained = (id: MisconceptionId): string =>
  `**${misconceptions[id].title}?** ${misconceptions[id].refutation}`;

function promptOf(ask: FoundQuestion['ask']): string {
  if ('stepWhere' in ask && typeof ask.stepWhere.of === 'string')
    return `After which step is the reference count of the first object of \`${ask.stepWhere.of}\` 0 for the first time?`;
  if ('count' in ask && typeof ask.count === 'string')
    return `After step ${ask.step}, how many references are there to the first object of \`${ask.count}\`?`;
  if ('value' in ask) return `What does \`${ask.value}\` show after step ${ask.step}?`;
  return 'What does the program say?';
}

/** A UUID that stands for a value: version 8, made of its hash. */
function uuidOf(value: unknown): string {
  const hex = contentHash(value);
  const variant = (8 + (Number.parseInt(hex.charAt(16), 16) % 4)).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    variant + hex.slice(17, 20),
    hex.slice(20, 32),
  ].join('-');
}
