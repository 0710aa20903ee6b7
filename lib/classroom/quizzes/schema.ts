import { z } from 'zod';
import { lineOfText } from '@/lib/common/text';

/** What an exercise is worth where teachers put it into something. */
export const itemPoints = z
  .number({ error: 'Points are a number.' })
  .min(0.01, { error: 'Points are more than 0.' })
  .max(1000, { error: 'Points are 1000 at most.' })
  .multipleOf(0.01, { error: 'Points have two decimals at most.' });

/** What teachers call something that they make. */
export const givenTitle = lineOfText(200, {
  empty: 'Give it a title.',
  long: 'A title has 200 characters at most.',
});

export const saveQuizInputSchema = z.strictObject({
  courseId: z.uuid(),
  /** Made with the form of a new quiz: sent twice, it is made once. */
  quizId: z.uuid(),
  title: givenTitle,
  items: z
    .array(z.strictObject({ exerciseId: z.uuid(), points: itemPoints }))
    .min(1, { error: 'Add an exercise.' })
    .max(100, { error: 'A quiz has 100 exercises at most.' })
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

export const retireQuizInputSchema = saveQuizInputSchema
  .pick({ courseId: true, quizId: true })
  .extend({ retired: z.boolean() });
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
    /** Where it is looked at. */
    readonly address: string;
    readonly title: string;
    readonly points: number;
    /** Whether the exercise has a newer revision than the one that the quiz asks. */
    readonly outdated: boolean;
  }[];
}

/** A quiz of a course, as its students see it. */
export interface OfferedQuiz {
  readonly quizId: string;
  readonly slug: string;
  readonly title: string;
  readonly questions: number;
  /** Points of all questions. */
  readonly possible: number;
  /** Whether it can no longer be begun. */
  readonly retired: boolean;
}
