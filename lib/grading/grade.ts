import type { ExerciseFile } from '@/lib/exercises/content/exercise-file';
import { type Evidence, type Key, type KindName, kinds, type Shapes } from '@/lib/exercises/kinds';
import type { PartReading } from '@/lib/exercises/kinds/contract';
import type { Answer } from '@/lib/exercises/public';
import { simulate } from '@/lib/simulator';
import { graders } from './kinds';
import type { GradingTools } from './kinds/contract';
import { type CellMark, type Marks, scaleTo } from './marks';

/**
 * Steps from a student's own state are taken in the program of the exercise. They are run where the marking runs,
 * so their bounds are narrow; beyond them nothing is said to follow.
 */
const ownStateLimits = { steps: 400, instructions: 50_000, bytes: 1 << 20, output: 1 << 12, digits: 1000 };
const tools: GradingTools = { run: (source) => simulate(source, { limits: ownStateLimits }) };

/**
 * The marks of an answer. Pure: the key is a function of the exercise revision and the seed of the variant, the
 * evidence one of key and answer (`evidenceFor`; null for answers that are no programs).
 */
export function gradeAnswer(
  exercise: ExerciseFile,
  key: Key,
  answer: Answer,
  possible: number,
  evidence: Evidence = null,
): Marks {
  if (key.kind !== answer.kind || key.kind !== exercise.kind) {
    throw new RangeError(`an answer of the kind ${answer.kind} to an exercise of the kind ${key.kind}`);
  }
  return scaleTo(possible, gradeParts(key.kind, exercise, key, answer, evidence));
}

function gradeParts<Name extends KindName>(
  kind: Name,
  exercise: Shapes[Name]['spec'],
  key: Shapes[Name]['key'],
  answer: Shapes[Name]['answer'],
  evidence: Shapes[Name]['evidence'],
): CellMark[] {
  const parts = kinds[kind].parse(key, answer, evidence);
  return graders[kind](key, parts, exercise, tools);
}

/** A part of an answer that cannot be read, and what to write instead. */
export interface Unreadable {
  readonly cell: string;
  readonly message: string;
}

/** The parts that cannot be read: they are sent back, and no attempt is used up. */
export function unreadableParts(key: Key, answer: Answer, evidence: Evidence = null): Unreadable[] {
  return partsOf(key, answer, evidence).flatMap(({ cell, reading }) =>
    reading.status === 'unreadable' ? [{ cell, message: reading.message }] : [],
  );
}

function partsOf(key: Key, answer: Answer, evidence: Evidence): readonly PartReading<unknown>[] {
  if (key.kind === answer.kind) return readParts(key.kind, key, answer, evidence);
  const message = 'This answers another question.';
  return [{ cell: 'answer', typed: '', reading: { status: 'unreadable', message } }];
}

function readParts<Name extends KindName>(
  kind: Name,
  key: Shapes[Name]['key'],
  answer: Shapes[Name]['answer'],
  evidence: Shapes[Name]['evidence'],
): readonly PartReading<unknown>[] {
  return kinds[kind].parse(key, answer, evidence);
}

/** The answer in which nothing is filled in. */
export function blankAnswer(key: Key): Answer {
  return kinds[key.kind].blank;
}
