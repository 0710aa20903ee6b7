import { z } from 'zod';
import { unstorableIn } from '@/lib/common/text';
import { answerSchema, type PublicExercise, publicExerciseSchema } from '@/lib/exercises/public';
import type { CellMark } from '@/lib/grading/marks';
import type { MisconceptionId } from '@/lib/simulator/misconceptions/ids';
import type { OverrideView } from '../marks/schema';

const position = z.int().min(1).max(100);

export const givenAnswerSchema = answerSchema.refine((answer) => unstorableIn(answer) === null, {
  error: 'holds a character that cannot be stored',
});

/** What the actions of a student take. The course is named in each, and the proof must be for it. */
export const startInputSchema = z.strictObject({
  courseId: z.uuid(),
  quizSlug: z.string().max(200),
  /** 'same': the variant of the last attempt again. A fresh one where it is left out. */
  variant: z.enum(['fresh', 'same']).optional(),
});
export type StartInput = z.infer<typeof startInputSchema>;

export const draftInputSchema = z.strictObject({
  courseId: z.uuid(),
  attemptId: z.uuid(),
  position,
  /** The version that was last seen; 0 where there is none yet. */
  version: z
    .int()
    .min(0)
    .max(2 ** 31 - 2),
  answer: givenAnswerSchema,
});
export type DraftInput = z.infer<typeof draftInputSchema>;

/** The marks of an answer of one's own whose diagnosis is denied: those that were read, and no later ones. */
export const denialInputSchema = z.strictObject({
  courseId: z.uuid(),
  attemptId: z.uuid(),
  marksId: z.uuid(),
});
export type DenialInput = z.infer<typeof denialInputSchema>;

export const submitInputSchema = z.strictObject({
  courseId: z.uuid(),
  attemptId: z.uuid(),
  /** Made by the browser, once for one submission: sent twice, it is stored once. */
  submissionId: z.uuid(),
  answers: z
    .array(z.strictObject({ position, answer: givenAnswerSchema }))
    .max(100)
    .refine((answers) => new Set(answers.map((one) => one.position)).size === answers.length, {
      error: 'must answer each question once',
    }),
});
export type SubmitInput = z.infer<typeof submitInputSchema>;

const draftViewSchema = z.strictObject({ version: z.int(), answer: answerSchema, savedAt: z.date() });

const quizNameSchema = z.strictObject({ slug: z.string(), title: z.string() });

/** A question as a student sees it before the submission. */
export const questionSchema = z.strictObject({
  position,
  /** 'a', 'b', 'c' … */
  label: z.string(),
  points: z.number(),
  exercise: publicExerciseSchema,
  draft: draftViewSchema.nullable(),
});
export type Question = z.infer<typeof questionSchema>;

/**
 * All that reaches the browser of an open attempt. Strict to its leaves: a key, a right option, a trace or
 * marks have no place in it, and one more field anywhere is refused.
 */
export const attemptViewSchema = z.strictObject({
  attemptId: z.uuid(),
  courseId: z.uuid(),
  number: z.int(),
  openedAt: z.date(),
  quiz: quizNameSchema,
  questions: z.array(questionSchema),
});
export type AttemptView = z.infer<typeof attemptViewSchema>;

/** A quiz for who only looks: no attempt, no drafts. */
export const quizPreviewSchema = quizNameSchema.extend({
  questions: z.array(questionSchema.omit({ draft: true })),
});
export type QuizPreview = z.infer<typeof quizPreviewSchema>;

export interface SavedDraft {
  readonly version: number;
  readonly savedAt: Date;
}

export type SubmitResult =
  | {
      readonly status: 'accepted';
      readonly attemptId: string;
      /** Null where an assignment does not show them yet. */
      readonly points: number | null;
      readonly possible: number;
    }
  /** Some cells cannot be read: nothing was stored, and no attempt is used up. */
  | { readonly status: 'unreadable'; readonly cells: readonly UnreadableCell[] };

export interface UnreadableCell {
  readonly position: number;
  readonly cell: string;
  readonly message: string;
}

/** A submitted attempt: what was answered, what is right, and why. */
export interface AttemptReview {
  readonly attemptId: string;
  readonly number: number;
  readonly submittedAt: Date;
  readonly points: number;
  readonly possible: number;
  readonly quiz: { readonly slug: string; readonly title: string };
  readonly questions: readonly ReviewedQuestion[];
  /** Whether another attempt may bring another variant. */
  readonly varies: boolean;
}

/** A belief that explains wrong cells, in words. */
export interface DiagnosisView {
  /** One, or two that are held together. */
  readonly misconceptions: readonly {
    readonly id: MisconceptionId;
    readonly title: string;
    readonly belief: string;
    readonly refutation: string;
  }[];
  /** From 0 to 1. A choice is one answer: there it says how well the option fits, and may be low. */
  readonly confidence: number;
  /** The cells that it explains. */
  readonly cells: readonly string[];
  /** The step at which it first shows. */
  readonly step: number | null;
  /** Whether the student said that this is not what they were thinking. */
  readonly denied: boolean;
  /** The marks that name it, to be denied by; null where it cannot be denied. */
  readonly marksId: string | null;
}

export interface ReviewedQuestion {
  readonly position: number;
  readonly label: string;
  /** Those that count: of the override where one stands, else of the marks. */
  readonly points: number;
  readonly possible: number;
  readonly override: OverrideView | null;
  readonly exercise: PublicExercise;
  readonly answer: z.infer<typeof answerSchema>;
  readonly cells: readonly CellMark[];
  /** The belief behind what is wrong; null where none is named. */
  readonly diagnosis: DiagnosisView | null;
  /** Markdown. */
  readonly explanation: string;
}

/** An attempt that was begun and not submitted. */
export interface OpenAttemptSummary {
  readonly attemptId: string;
  readonly title: string;
  readonly quiz: {
    readonly slug: string;
    /** The course that has made it; null for one of the catalogue. */
    readonly course: string | null;
    readonly lesson: string | null;
    readonly exercise: boolean;
  };
  readonly questions: number;
  /** Questions of which something is saved. */
  readonly drafted: number;
  /** When something was last saved; when it was opened where nothing is. */
  readonly touchedAt: Date;
}

export interface AttemptSummary {
  readonly attemptId: string;
  readonly number: number;
  readonly openedAt: Date;
  readonly submittedAt: Date | null;
  readonly points: number | null;
  readonly possible: number;
}
