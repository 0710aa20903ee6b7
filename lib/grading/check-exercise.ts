/** Whether an exercise keeps what it promises, on many variants. For authors: see docs/authoring.md. */
import type { ExerciseContent } from '@/lib/exercises/content/exercise-template';
import type { Fault, Run } from '@/lib/exercises/kinds/contract';
import type { Answer } from '@/lib/exercises/public';
import {
  examineAnswer,
  makeVariant,
  renderExercise,
  solutionOf,
  type Variant,
} from '@/lib/exercises/variant';
import { lessonSteps } from '@/lib/simulator';
import { Untold } from './diagnosis/untold';
import { blankAnswer, gradeAnswer, unreadableParts } from './grade';
import { listedAnswers } from './listed-answers';
import type { CellMark } from './marks';

type Made = Extract<Variant, { status: 'made' }>;

export interface CheckOptions {
  readonly run: Run;
  /** The seeds whose variants are checked. */
  readonly seeds: readonly number[];
  /** Further seeds, whose variants are counted only. */
  readonly countSeeds?: readonly number[];
}

export interface ExerciseReport {
  /** Different variants among those that were made: by what a student reads. */
  readonly variants: number;
  readonly faults: readonly (Fault & { readonly seed: number })[];
}

/** Variants that an exercise with parameters has at least. */
const fewestVariants = 50;
const points = 7;

/**
 * Checks each variant: its own solution earns every mark, an empty answer none, each listed wrong answer gets its
 * state and message, hints point to steps that there are. A fault is told once, for the first seed that shows it.
 */
export function checkExercise(content: ExerciseContent, options: CheckOptions): ExerciseReport {
  const { seeds, countSeeds = [], run } = options;
  const faults = new Map<string, Fault & { seed: number }>();
  const seen = new Set<string>();
  const untold = new Untold();
  for (const seed of seeds) {
    const made = makeVariant(content, seed, run);
    if (made.status === 'made') untold.add(made, run);
    const found = made.status === 'made' ? checkVariant(made, run) : made.faults;
    for (const fault of found) {
      const key = JSON.stringify([fault.path, fault.message.replaceAll(/\d+/g, '0')]);
      if (!faults.has(key)) faults.set(key, { ...fault, seed });
    }
    if (made.status === 'made') seen.add(looksOf(made));
  }
  for (const fault of untold.faults()) faults.set(JSON.stringify(fault.path), { ...fault, seed: 0 });
  for (const seed of countSeeds) {
    const made = makeVariant(content, seed, run);
    if (made.status === 'made') seen.add(looksOf(made));
  }
  const few =
    content.exercise.parameters !== undefined && countSeeds.length > 0 && seen.size < fewestVariants;
  if (few) {
    const message = `There are only ${seen.size} different variants; ${fewestVariants} are wanted.`;
    faults.set('few', { path: ['parameters'], message, seed: 0 });
  }
  return { variants: seen.size, faults: [...faults.values()] };
}

const looksOf = ({ exercise, snippet }: Made): string => JSON.stringify([snippet, exercise.prompt]);

function checkVariant(made: Made, run: Run): Fault[] {
  const { exercise, key } = made;
  const faults: Fault[] = [];
  const fault = (path: Fault['path'], message: string) => faults.push({ path, message });
  const solution = solutionOf(key);
  for (const part of unreadableParts(key, solution, examineAnswer(key, solution, run))) {
    fault([], `The solution cannot be read, ${part.cell}: ${part.message}`);
  }
  if (faults.length > 0) return faults;
  const best = marksOf(made, solution, run);
  if (best.points !== points) fault([], `The solution earns ${best.points} of ${points}.`);
  if (marksOf(made, blankAnswer(key), run).points !== 0) fault([], 'An empty answer earns something.');
  renderExercise(made, key);
  faults.push(
    ...checkHints(made, run),
    ...(exercise.wrong ?? []).flatMap((_, index) => checkWrong(made, index, run)),
  );
  return faults;
}

function marksOf({ exercise, key }: Made, answer: Answer, run: Run): ReturnType<typeof gradeAnswer> {
  return gradeAnswer(exercise, key, answer, points, examineAnswer(key, answer, run));
}

function checkHints({ exercise, snippet }: Made, run: Run): Fault[] {
  const steps = lessonSteps(run(snippet)).length;
  return exercise.hints.flatMap((hint, index) =>
    hint.step === undefined || hint.step <= steps
      ? []
      : [{ path: ['hints', index, 'step'], message: `The program has ${steps} steps.` }],
  );
}

function checkWrong(made: Made, index: number, run: Run): Fault[] {
  const listed = made.exercise.wrong?.[index];
  if (listed === undefined) return [];
  const faults: Fault[] = [];
  const fault = (message: string, part?: string) =>
    faults.push({ path: ['wrong', index, ...(part === undefined ? [] : [part])], message });
  const answer = listedAnswers(made, run)[index] ?? '';
  if (typeof answer === 'string') return [{ path: ['wrong', index, 'answer'], message: answer }];
  const marks = marksOf(made, answer, run);
  const cells = new Map<string, CellMark>(marks.cells.map((mark) => [mark.cell, mark]));
  if (marks.points === points) fault('This answer earns every mark: it is right.');
  for (const [cell, state] of Object.entries(listed.states)) {
    const found = cells.get(cell)?.state ?? 'not there';
    if (found !== state) fault(`The cell ${cell} is ${found}, not ${state}.`, 'states');
  }
  const { says } = listed;
  const reasons = Object.keys(listed.states).map((cell) => cells.get(cell)?.reason ?? '');
  if (says !== undefined && !reasons.some((reason) => reason.includes(says))) {
    fault(`No reason says "${says}": ${reasons.join(' | ')}`, 'says');
  }
  return faults;
}
