import { z } from 'zod';
import { contentId, shortText } from './parts';

/** The path of an exercise below the content folder: unit/exercise. */
export const exerciseSlug = z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, {
  error: 'must be the folder of an exercise, such as reference-counts/two-names-one-array',
});

/** quiz.yaml: exercises in order, with their points. */
export const quizFileSchema = z.strictObject({
  id: contentId,
  title: shortText,
  /** For the quiz of a unit: what the unit is called, and its place in the catalogue. Units without one come last. */
  unit: z.strictObject({ title: shortText, place: z.int().min(1).max(1000) }).optional(),
  items: z
    .array(z.strictObject({ exercise: exerciseSlug, points: z.number().positive().max(1000) }))
    .min(1)
    .max(100)
    .refine((items) => new Set(items.map((item) => item.exercise)).size === items.length, {
      error: 'must name each exercise once',
    }),
});
export type QuizFile = z.infer<typeof quizFileSchema>;
