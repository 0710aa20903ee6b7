import type { ExerciseFile } from '@/lib/exercises/content/exercise-file';
import { type Key, kinds } from '@/lib/exercises/kinds';
import type { PartReading } from '@/lib/exercises/kinds/contract';
import type { Answer } from '@/lib/exercises/public';
import { simulate } from '@/lib/simulator';
import { gradeChoice } from './kinds/choice/grade';
import { gradeTraceTable } from './kinds/trace-table/grade';
import { type CellMark, type Marks, scaleTo } from './marks';

/**
 * A student's own state is a few assignments and one statement. It runs where the marking runs, so its
 * bounds are narrow; beyond them nothing is said to follow.
 */
const ownStateLimits = { steps: 100, instructions: 20_000, bytes: 1 << 20, output: 1 << 10, digits: 1000 };

/** The marks of an answer. Pure: the key is a function of the exercise revision and the seed of the variant. */
export function gradeAnswer(exercise: ExerciseFile, key: Key, answer: Answer, possible: number): Marks {
  return scaleTo(possible, markParts(exercise, key, answer));
}

function markParts(exercise: ExerciseFile, key: Key, answer: Answer): CellMark[] {
  if (key.kind === 'choice' && answer.kind === 'choice') {
    return gradeChoice(key, kinds.choice.parse(key, answer));
  }
  if (key.kind === 'trace-table' && answer.kind === 'trace-table' && exercise.kind === 'trace-table') {
    return gradeTraceTable(key, kinds['trace-table'].parse(key, answer), {
      followThrough: exercise.followThrough,
      run: (source) => simulate(source, { limits: ownStateLimits }),
    });
  }
  throw new RangeError(`an answer of the kind ${answer.kind} to an exercise of the kind ${key.kind}`);
}

/** A part of an answer that cannot be read, and what to write instead. */
export interface Unreadable {
  readonly cell: string;
  readonly message: string;
}

/** The parts that cannot be read: they are sent back, and no attempt is used up. */
export function unreadableParts(key: Key, answer: Answer): Unreadable[] {
  return partsOf(key, answer).flatMap(({ cell, reading }) =>
    reading.status === 'unreadable' ? [{ cell, message: reading.message }] : [],
  );
}

function partsOf(key: Key, answer: Answer): readonly PartReading<unknown>[] {
  if (key.kind === 'choice' && answer.kind === 'choice') return kinds.choice.parse(key, answer);
  if (key.kind === 'trace-table' && answer.kind === 'trace-table') {
    return kinds['trace-table'].parse(key, answer);
  }
  return [
    {
      cell: 'answer',
      typed: '',
      reading: { status: 'unreadable', message: 'This answers another question.' },
    },
  ];
}

/** The answer in which nothing is filled in. */
export function blankAnswer(key: Key): Answer {
  return key.kind === 'choice' ? { kind: 'choice', chosen: [] } : { kind: 'trace-table', cells: {} };
}
