/** The work that is done off the thread that serves requests. Plain data in, plain data out. */
import { simulate, type Trace } from '@/lib/simulator';
import { type MisconceptionId, simulateBelieving } from '@/lib/simulator/misconceptions';
import { type BelievedAnswer, believedAnswers } from '../beliefs/answers';
import type { FilledExercise } from '../content/exercise-file';
import type { ExerciseContent } from '../content/exercise-template';
import type { Evidence, Key } from '../kinds';
import { makePractice, type Practice, type PracticeRequest } from '../practice';
import type { Answer } from '../public';
import { examineAnswer, makeVariant, type Variant } from '../variant';
import { studentLimits } from './limits';

export interface Jobs {
  /** Run a program. */
  trace: { readonly input: { readonly source: string }; readonly output: Trace };
  /** Run a program on the machine of somebody's beliefs; null where it makes of it what no trace can say. */
  believed: {
    readonly input: { readonly source: string; readonly believes: readonly MisconceptionId[] };
    readonly output: Trace | null;
  };
  /** Fill an exercise for a seed and compute its key. */
  variant: {
    readonly input: { readonly content: ExerciseContent; readonly seed: number };
    readonly output: Variant;
  };
  /** Write a practice; null where the concepts cannot be put into one short program. */
  practice: { readonly input: PracticeRequest; readonly output: Practice | null };
  /** What the beliefs that show on a variant answer to it. */
  beliefs: {
    readonly input: { readonly variant: FilledExercise; readonly key: Key };
    readonly output: readonly BelievedAnswer[];
  };
  /** Run the program that a student's answer is, and judge it. */
  examine: {
    readonly input: { readonly key: Key; readonly answer: Answer };
    readonly output: Evidence;
  };
}
export type JobName = keyof Jobs;

/** How each is done, on the thread that calls. */
export const workers: { readonly [Name in JobName]: (input: Jobs[Name]['input']) => Jobs[Name]['output'] } = {
  trace: ({ source }) => simulate(source),
  believed: ({ source, believes }) => {
    try {
      return simulateBelieving(source, believes);
    } catch (thrown) {
      // A state that Python never gets into.
      if (thrown instanceof Error) return null;
      throw thrown;
    }
  },
  variant: ({ content, seed }) => makeVariant(content, seed, (source) => simulate(source)),
  practice: (request) => {
    try {
      return makePractice(request, (source) => simulate(source));
    } catch (error) {
      if (error instanceof RangeError) return null;
      throw error;
    }
  },
  beliefs: ({ variant, key }) => believedAnswers(variant, key),
  examine: ({ key, answer }) =>
    examineAnswer(key, answer, (source) => simulate(source, { limits: studentLimits })),
};
