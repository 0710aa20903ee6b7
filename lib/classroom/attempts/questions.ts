/** The questions of a stored quiz, read and rendered. */
import 'server-only';
import type { FilledExercise } from '@/lib/exercises/content/exercise-file';
import { exerciseContentSchema } from '@/lib/exercises/content/exercise-template';
import { variantOf } from '@/lib/exercises/keys';
import type { Key } from '@/lib/exercises/kinds';
import { renderExercise } from '@/lib/exercises/variant';
import { questionLabel } from './rules';
import type { QuizPreview } from './schema';

/** What of a quiz revision's items is read from the database. */
export const itemSelection = {
  position: true,
  points: true,
  exerciseRevision: { select: { id: true, exerciseId: true, content: true } },
} as const;

export interface StoredItem {
  readonly position: number;
  readonly points: { toNumber(): number };
  readonly exerciseRevision: { readonly id: string; readonly exerciseId: string; readonly content: unknown };
}

/** A question with its key. Stays on the server. */
export interface KeyedQuestion {
  readonly position: number;
  readonly points: number;
  readonly exerciseRevisionId: string;
  /** Filled for the seed of the attempt. */
  readonly content: FilledExercise;
  readonly key: Key;
  /** Which drawing of the attempt's seed it is. */
  readonly drawing: number;
}

/** Reads the items and computes their keys for the seed of an attempt. */
export function keyedQuestions(items: readonly StoredItem[], seed: number): Promise<KeyedQuestion[]> {
  return Promise.all(
    items.map(async ({ position, points, exerciseRevision }) => {
      const stored = exerciseContentSchema.parse(exerciseRevision.content);
      const variant = await variantOf(exerciseRevision.id, stored, seed);
      return {
        ...variant,
        position,
        points: points.toNumber(),
        exerciseRevisionId: exerciseRevision.id,
      };
    }),
  );
}

/** A question for the browser: nothing of the key is in it. */
export function shownQuestion(question: KeyedQuestion): QuizPreview['questions'][number] {
  const { position, points, content, key } = question;
  return { position, label: questionLabel(position), points, exercise: renderExercise(content, key) };
}
