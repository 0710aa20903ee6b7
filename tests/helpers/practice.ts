/** The options of a question of practice, for tests that answer one. */
import { makePractice, type PracticeRequest } from '@/lib/exercises/practice';
import type { Answer } from '@/lib/exercises/public';
import { makeVariant, renderExercise, solutionOf } from '@/lib/exercises/variant';
import { simulate } from '@/lib/simulator';

export interface Chosen {
  readonly answer: Answer;
  /** As the option reads. */
  readonly text: string;
}

/** The right option of the choice of a request, and a wrong one. */
export function optionsOf(request: PracticeRequest): { readonly right: Chosen; readonly wrong: Chosen } {
  const { choice } = makePractice(request, (source) => simulate(source));
  const made = makeVariant(choice, request.seed, (source) => simulate(source));
  if (made.status !== 'made') throw new Error('the question cannot be made');
  const solution = solutionOf(made.key);
  const exercise = renderExercise(made, made.key);
  if (solution.kind !== 'choice' || exercise.kind !== 'choice') throw new Error('this is no choice');
  const chosen = (right: boolean): Chosen => {
    const option = exercise.options.find(({ id }) => solution.chosen.includes(id) === right);
    if (option === undefined) throw new Error('the question has no such option');
    return { answer: { kind: 'choice', chosen: [option.id] }, text: option.text };
  };
  return { right: chosen(true), wrong: chosen(false) };
}
