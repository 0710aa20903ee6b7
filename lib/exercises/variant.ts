/** A variant: an exercise filled for one seed, and the key that follows from its program. */
import type { FilledExercise } from './content/exercise-file';
import { type ExerciseContent, fillTemplate } from './content/exercise-template';
import { type Evidence, type Key, type KindName, kinds, type Shapes } from './kinds';
import type { Fault, Generated, Refused, Run } from './kinds/contract';
import { type Answer, type PublicExercise, publicExerciseSchema } from './public';

export type Variant =
  | (FilledExercise & {
      readonly status: 'made';
      readonly key: Key;
      readonly warnings: readonly Fault[];
      /** Which drawing of the seed it is, from 0: with it the values of its parameters can be drawn again. */
      readonly drawing: number;
    })
  | Refused;

/** Drawings that are tried for one seed before the exercise is refused. */
const mostDrawings = 25;

/**
 * Fills the exercise for a seed and computes its key. A drawing whose program fails, or whose key is none, is put
 * back and the next one of the same seed is taken; where none is good, the faults of the last one are told.
 */
export function makeVariant(content: ExerciseContent, seed: number, run: Run): Variant {
  const drawings = content.exercise.parameters === undefined ? 1 : mostDrawings;
  let last: Refused = { status: 'refused', faults: [] };
  for (let attempt = 0; attempt < drawings; attempt += 1) {
    const filled = fillTemplate(content, seed, attempt);
    if (!('exercise' in filled)) return { status: 'refused', faults: filled };
    const made = generate(filled.exercise.kind, filled, seed, run);
    if (made.status === 'made') return { ...made, ...filled, drawing: attempt };
    last = made;
  }
  return last;
}

/** The seed, or 0 where all seeds give the same variant. */
export function seedOfVariant(
  { kind, parameters }: Pick<ExerciseContent['exercise'], 'kind' | 'parameters'>,
  seed: number,
): number {
  return parameters === undefined && !kinds[kind].shuffles ? 0 : seed;
}

function generate<Name extends KindName>(
  kind: Name,
  { exercise, snippet }: FilledExercise,
  seed: number,
  run: Run,
): Generated<Key> {
  const made = kinds[kind].generate(
    exercise as unknown as Shapes[Name]['spec'],
    { source: snippet, run },
    seed,
  );
  return made as Generated<Key>;
}

/** What the student sees before the submission. */
export function renderExercise({ exercise, snippet }: FilledExercise, key: Key): PublicExercise {
  const hints = exercise.hints.map(({ text, step, column }) => ({
    text,
    step: step ?? null,
    column: column ?? null,
  }));
  return publicExerciseSchema.parse({
    ...render(key.kind, key),
    title: exercise.title,
    prompt: exercise.prompt,
    snippet: shownProgram(key.kind, key, snippet),
    hints,
  });
}

function render<Name extends KindName>(kind: Name, key: Shapes[Name]['key']): Shapes[Name]['public'] {
  return kinds[kind].render(key);
}

function shownProgram<Name extends KindName>(kind: Name, key: Shapes[Name]['key'], snippet: string): string {
  return kinds[kind].shown(key, snippet);
}

/** Runs the program that an answer is; null for kinds whose answers are none, and for another kind than the key's. */
export function examineAnswer(key: Key, answer: Answer, run: Run): Evidence {
  return key.kind === answer.kind ? examine(key.kind, key, answer, run) : null;
}

function examine<Name extends KindName>(
  kind: Name,
  key: Shapes[Name]['key'],
  answer: Shapes[Name]['answer'],
  run: Run,
): Evidence {
  return kinds[kind].examine(key, answer, run);
}

/** Whether answers of this kind are programs, which must be run before they are read. */
export const isRun = (kind: KindName): boolean => kinds[kind].runs;

/** The answer that earns every mark. */
export function solutionOf(key: Key): Answer {
  return solve(key.kind, key) as Answer;
}

function solve<Name extends KindName>(kind: Name, key: Shapes[Name]['key']): Shapes[Name]['answer'] {
  return kinds[kind].solve(key);
}
