import { z } from 'zod';
import { goalSchema } from '../../goals/schema';

/** Python source that a student writes. */
export const writtenSource = z.string().max(4000);

export const programSpecSchema = z.strictObject({
  kind: z.literal('program'),
  /** What the program must bring about. snippet.py is the program to begin with; it must not do so yet. */
  goals: z.array(goalSchema).min(1).max(10),
  /** A program that meets every goal: it proves that there is one, and is shown when solutions are. */
  solution: writtenSource.min(1),
});
export type ProgramSpec = z.infer<typeof programSpecSchema>;

export const programAnswerSchema = z.strictObject({ kind: z.literal('program'), source: writtenSource });
export type ProgramAnswer = z.infer<typeof programAnswerSchema>;

/** A wrong answer of a content file: a program. */
export const programMistakeSchema = z.strictObject({ program: writtenSource });
export type ProgramMistake = z.infer<typeof programMistakeSchema>;

export const publicProgramSchema = z.strictObject({
  kind: z.literal('program'),
  /** With the goals themselves, so that the browser can hold them against a program while it is written. */
  goals: z.array(z.strictObject({ id: z.string(), sentence: z.string(), goal: goalSchema })),
});
export type PublicProgram = z.infer<typeof publicProgramSchema>;
