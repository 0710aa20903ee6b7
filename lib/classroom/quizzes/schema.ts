import { z } from 'zod';
import { shortText } from '@/lib/exercises/content/parts';

export const saveQuizInputSchema = z.strictObject({
  courseId: z.uuid(),
  /** Made by the browser for a new quiz. */
  quizId: z.uuid(),
  title: shortText,
  items: z
    .array(z.strictObject({ exerciseId: z.uuid(), points: z.number().positive().max(1000).multipleOf(0.01) }))
    .min(1, { error: 'A quiz asks one exercise at least.' })
    .max(100)
    .refine((items) => new Set(items.map(({ exerciseId }) => exerciseId)).size === items.length, {
      error: 'A quiz asks each exercise once.',
    }),
  /** The number of the revision that was last seen; 0 for a new quiz. */
  seen: z
    .int()
    .min(0)
    .max(2 ** 31 - 2),
});
export type SaveQuizInput = z.infer<typeof saveQuizInputSchema>;

export const retireQuizInputSchema = saveQuizInputSchema.pick({ courseId: true, quizId: true });
export type RetireQuizInput = z.infer<typeof retireQuizInputSchema>;

/** A quiz that teachers of a course have made. */
export interface CourseQuiz {
  readonly quizId: string;
  readonly slug: string;
  readonly title: string;
  /** The number of its current revision. */
  readonly revision: number;
  readonly retired: boolean;
  readonly items: readonly {
    readonly exerciseId: string;
    readonly slug: string;
    readonly title: string;
    readonly points: number;
  }[];
}
