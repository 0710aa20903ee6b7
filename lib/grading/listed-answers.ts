/** The wrong answers that a content file lists, as students would give them. */
import type { ExerciseFile } from '@/lib/exercises/content/exercise-file';
import { type Key, type KindName, kinds, type Shapes } from '@/lib/exercises/kinds';
import type { Program, Run } from '@/lib/exercises/kinds/contract';
import type { Answer } from '@/lib/exercises/public';
import type { Variant } from '@/lib/exercises/variant';

/** By their place in the file; a sentence where one is no answer to this variant. */
export function listedAnswers(
  { exercise, key, snippet }: Extract<Variant, { status: 'made' }>,
  run: Run,
): (Answer | string)[] {
  return (exercise.wrong ?? []).map(({ answer }) =>
    mistaken(exercise, key, answer, { source: snippet, run }),
  );
}

function mistaken(exercise: ExerciseFile, key: Key, mistake: unknown, program: Program): Answer | string {
  return ofKind(key.kind, key, mistake as Shapes[KindName]['mistake'], exercise, program);
}

function ofKind<Name extends KindName>(
  kind: Name,
  key: Shapes[Name]['key'],
  mistake: Shapes[Name]['mistake'],
  spec: Shapes[Name]['spec'],
  program: Program,
): Answer | string {
  return kinds[kind].mistaken(key, mistake, spec, program) as Answer | string;
}
