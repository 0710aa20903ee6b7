/** Makes a variant of an exercise that is written in a test, and marks answers to it. */
import { exerciseContentSchema } from '@/lib/exercises/content/exercise-template';
import type { Key } from '@/lib/exercises/kinds';
import type { Answer } from '@/lib/exercises/public';
import { examineAnswer, makeVariant, renderExercise, type Variant } from '@/lib/exercises/variant';
import { gradeAnswer, unreadableParts } from '@/lib/grading/grade';
import { simulate } from '@/lib/simulator';

const run = (source: string) => simulate(source);

export const variantFrom = (own: object, snippet: string, seed = 1): Variant =>
  makeVariant(
    exerciseContentSchema.parse({
      snippet,
      exercise: {
        id: '3f0c7c1e-7d0e-4d57-9a6d-0f6f3f1c2d01',
        title: 'T',
        concepts: ['aliasing'],
        difficulty: 1,
        prompt: 'P',
        explanation: 'the secret explanation',
        ...own,
      },
    }),
    seed,
    run,
  );

export const faultsOf = (own: object, snippet: string): string[] => {
  const made = variantFrom(own, snippet);
  return made.status === 'refused' ? made.faults.map((fault) => fault.message) : [];
};

/** A variant that can be made, with ways to answer it. The question is worth 10 points. */
export function asked<const Own extends { readonly kind: Key['kind'] }>(own: Own, source: string) {
  const made = variantFrom(own, source);
  if (made.status === 'refused') throw new Error(made.faults.map((fault) => fault.message).join(' '));
  const { exercise, snippet, key } = made;
  if (key.kind !== own.kind) throw new Error('another kind');
  const marks = (answer: Answer) => gradeAnswer(exercise, key, answer, 10, examineAnswer(key, answer, run));
  return {
    key: key as Extract<Key, { kind: Own['kind'] }>,
    exercise,
    snippet,
    shown: renderExercise(made, key),
    marks,
    states: (answer: Answer) =>
      Object.fromEntries(marks(answer).cells.map(({ cell, state }) => [cell, state])),
    points: (answer: Answer) => marks(answer).points,
    unreadable: (answer: Answer) => unreadableParts(key, answer, examineAnswer(key, answer, run)),
  };
}
