/** What the actions of authors take. The course is named in each, and the proof must be for it. */
import { z } from 'zod';
import { draftSchema } from './core/draft';

const courseId = z.uuid();

/** Of a variant. */
const seed = z
  .int()
  .min(0)
  .max(2 ** 31 - 1);

export const previewInputSchema = z.strictObject({ courseId, draft: draftSchema, seed });
export type PreviewInput = z.infer<typeof previewInputSchema>;

export const tableQuestionInputSchema = z.strictObject({
  courseId,
  /** The id that the exercise is to have: that of the draft it becomes. */
  exerciseId: z.uuid(),
  snippet: draftSchema.shape.snippet,
});
export type TableQuestionInput = z.infer<typeof tableQuestionInputSchema>;
