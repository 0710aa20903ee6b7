import { z } from 'zod';
import { snippetSchema } from './exercise-file';
import { concept, contentId, sentence, shortText, stepNumber } from './parts';

/** lesson.yaml: the sentences of a lesson. Its tables and pictures are computed from the trace of snippet.py. */
export const lessonFileSchema = z.strictObject({
  id: contentId,
  title: shortText,
  /** Its place in the list of lessons, from 1. Those without one come last, by title. */
  place: z.int().min(1).optional(),
  summary: sentence,
  minutes: z.int().min(1).max(120),
  concepts: z.array(concept).min(1),
  /** The nodes in order; each may point to the step at which it becomes true. */
  conceptFlow: z
    .array(z.strictObject({ text: sentence, step: stepNumber.optional() }))
    .min(2)
    .max(20),
  keyMoments: z
    .array(z.strictObject({ question: sentence, answer: sentence, step: stepNumber }))
    .min(1)
    .max(12),
  snapshot: z
    .array(z.strictObject({ text: sentence, step: stepNumber }))
    .min(1)
    .max(12),
  transcript: z.strictObject({ introduction: sentence, closing: sentence }),
});
export type LessonFile = z.infer<typeof lessonFileSchema>;

/** What a revision of a lesson stores. */
export const lessonContentSchema = z.strictObject({ lesson: lessonFileSchema, snippet: snippetSchema });
export type LessonContent = z.infer<typeof lessonContentSchema>;
