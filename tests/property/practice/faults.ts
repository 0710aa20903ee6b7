/** What every generated practice promises, held against the content, the marking and the machines. */

import { shuffled, wholeNumbers } from '@/lib/common/random';
import { showCell } from '@/lib/exercises/cells/cell';
import type { Question } from '@/lib/exercises/content/questions';
import { answerOf } from '@/lib/exercises/facts/questions';
import { timelineOf } from '@/lib/exercises/facts/timeline';
import type { MisconceptionId } from '@/lib/exercises/misconception-ids';
import {
  makePractice,
  type Practice,
  type PracticeConcept,
  type PracticeRequest,
  practiceConcepts,
} from '@/lib/exercises/practice';
import type { RunBelieving } from '@/lib/exercises/practice/question';
import { makeVariant, solutionOf } from '@/lib/exercises/variant';
import { blankAnswer, gradeAnswer } from '@/lib/grading/grade';
import { lessonSteps, simulate, type Trace } from '@/lib/simulator';
import { simulateBelieving } from '@/lib/simulator/misconceptions';

/** How a concept looks in a program. */
const looks: Readonly<Record<PracticeConcept, RegExp>> = {
  aliasing: /^(\w+) = (?!None)[a-z]+$/m,
  'augmented-assignment': /^\w+ \+= /m,
  containers: /^\w+ = \[[a-z]+, [a-z]+\]$|^\w+ = \[[a-z]+\] \* \d$/m,
  copies: /\.copy\(\)|list\(|\[:\]/,
  cycles: /\.append\([a-z]+\)[\s\S]*gc\.collect\(\)/,
  del: /^del /m,
  'fancy-indexing': /\[\[\d/,
  functions: /^def [\s\S]*^\w+ = \w+\(\w+\)$/m,
  'in-place': /\] = \d|\.append\(|\+= /,
  loops: /^for /m,
  rebinding: /^(\w+) = [\s\S]*^\1 = /m,
  'reference-counts': /^del |^\w+ = None$|^\w+ = [a-z]+$|\[[a-z]+(, [a-z]+)*\]|\.append\([a-z]+\)|\.pop\(\)/m,
  repetition: /\] \* \d/,
  reshape: /\.reshape\(/,
  views: /\[\d*:\d+\]|\[\d+:\d*\]/,
};

/** What is wrong with the practice of a request; empty where it keeps every promise. */
export function faultsOf(request: PracticeRequest): string[] {
  const { run, runBelieving } = runsOnce();
  const { table, choice } = makePractice(request, run, runBelieving);
  const faults: string[] = [];
  for (const concept of request.concepts)
    if (!looks[concept].test(table.snippet)) faults.push(`no ${concept}`);
  const trace = run(table.snippet);
  if (trace.ending.type !== 'finished') faults.push(`it ends by ${trace.ending.type}`);
  const own = lessonSteps(trace).filter(
    ({ step }) => step.frames.length === 1 && step.stmt !== 'FunctionDef',
  );
  const statements = new Set(own.map(({ step }) => step.span?.line)).size;
  if (statements < 3 || statements > (request.concepts.length > 2 ? 12 : 9))
    faults.push(`it has ${statements} statements`);
  for (const content of [table, choice]) {
    const made = makeVariant(content, request.seed, run);
    if (made.status !== 'made') {
      faults.push(...made.faults.map(({ message }) => message));
      continue;
    }
    const points = (answer: ReturnType<typeof solutionOf>) =>
      gradeAnswer(made.exercise, made.key, answer, 10).points;
    if (points(solutionOf(made.key)) !== 10) faults.push('its solution is not worth all');
    if (points(blankAnswer(made.key)) !== 0) faults.push('nothing is worth something');
  }
  faults.push(...faultsOfOptions(choice, run, runBelieving));
  if (JSON.stringify(makePractice(request, run, runBelieving)) !== JSON.stringify({ table, choice }))
    faults.push('it is another each time');
  return faults.map((fault) => `${JSON.stringify(request)}: ${fault}\n${table.snippet}`);
}

type Run = (source: string) => Trace;

/** Runs each program once for each belief: that a run is the same each time, the simulator's own tests show. */
function runsOnce(): { readonly run: Run; readonly runBelieving: RunBelieving } {
  const traces = new Map<string, Trace>();
  const runBelieving: RunBelieving = (source, believes) => {
    const key = `${believes.join(' ')}\n${source}`;
    const trace =
      traces.get(key) ?? (believes.length === 0 ? simulate(source) : simulateBelieving(source, believes));
    traces.set(key, trace);
    return trace;
  };
  return { run: (source) => runBelieving(source, []), runBelieving };
}

/** Options differ from each other and from the key; a wrong one that names a belief is what its machine says. */
function faultsOfOptions(
  { exercise, snippet }: Practice['choice'],
  run: Run,
  runBelieving: RunBelieving,
): string[] {
  const { ask, options } = exercise as unknown as {
    ask: Question;
    options: [string, ...({ is: string; believes: MisconceptionId } | string)[]];
  };
  const [right, ...others] = options;
  const wrong = others.filter((one) => typeof one === 'object');
  const answer = (trace: Trace) => {
    const found = answerOf(timelineOf(trace), ask);
    return found.status === 'answered' ? showCell(found.cell) : null;
  };
  const faults: string[] = [];
  if (wrong.length === 0) faults.push('no wrong option has a belief behind it');
  if (others.length < 2 || others.length > 3) faults.push(`${others.length} options are wrong`);
  const texts = options.map((one) => (typeof one === 'string' ? one : one.is));
  if (new Set(texts).size !== options.length) faults.push('two options are one');
  if (answer(run(snippet)) !== right) faults.push('the right option is wrong');
  for (const { is, believes } of wrong) {
    if (answer(runBelieving(snippet, [believes])) !== is) faults.push(`${believes} does not say ${is}`);
  }
  return faults;
}

/** Requests of one to three concepts of any difficulty. */
export function requestsFrom(seed: number, count: number): PracticeRequest[] {
  const number = wholeNumbers(seed, 'requests of practice');
  return Array.from({ length: count }, (_, index) => ({
    concepts: shuffled(practiceConcepts, number(0, 2 ** 30), 'concepts').slice(0, number(1, 3)),
    difficulty: number(1, 5),
    seed: number(0, 2 ** 30) + index,
  }));
}
