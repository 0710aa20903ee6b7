import { z } from 'zod';
import { practiceRequestSchema } from '@/lib/exercises/practice/concepts';
import { givenAnswerSchema, type Question, type ReviewedQuestion } from '../attempts/schema';

/** What is asked about a practice program: one question, or its whole table. */
export const practiceKinds = ['choice', 'trace-table'] as const;

/** A question of practice: the same words ask the same question, whoever asks. Concepts stand in the order of their names. */
export const practiceQuestionSchema = practiceRequestSchema
  .extend({ kind: z.enum(practiceKinds) })
  .transform((question) => ({ ...question, concepts: question.concepts.toSorted() }));
export type PracticeQuestion = z.infer<typeof practiceQuestionSchema>;

export const practiceSubmitSchema = z.strictObject({
  courseId: z.uuid(),
  question: practiceQuestionSchema,
  answer: givenAnswerSchema,
});
export type PracticeSubmit = z.infer<typeof practiceSubmitSchema>;

/** A question of practice as its reader may see it: to be answered, or answered and marked. */
export type PracticeView =
  | { readonly status: 'open'; readonly question: Omit<Question, 'draft'> }
  | { readonly status: 'answered'; readonly answeredAt: Date; readonly question: ReviewedQuestion };

export type PracticeResult =
  | { readonly status: 'accepted' }
  /** Some cells cannot be read: nothing was stored. */
  | {
      readonly status: 'unreadable';
      readonly cells: readonly { readonly cell: string; readonly message: string }[];
    };
