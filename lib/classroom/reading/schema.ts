import { z } from 'zod';
import { type LessonMode, lessonModes } from './modes';

/** Where somebody reads: sent while they do. */
export const readingInputSchema = z.strictObject({
  courseId: z.uuid(),
  /** The lesson's. */
  slug: z.string().min(1).max(200),
  mode: z.enum(lessonModes),
  /** The step that the address names; null where it names none. */
  step: z.int().min(0).max(999_999).nullable(),
});
export type ReadingInput = z.infer<typeof readingInputSchema>;

/** How far one person is with one lesson. */
export interface LessonProgress {
  readonly slug: string;
  readonly title: string;
  /** The modes that were read; 'quiz' is among them where it was looked at. */
  readonly seen: readonly LessonMode[];
  /** Where they stopped; null where only the quiz was taken. */
  readonly last: { readonly mode: LessonMode; readonly step: number | null; readonly at: Date } | null;
  /** Whether an attempt at its quiz was submitted. */
  readonly quizDone: boolean;
}
