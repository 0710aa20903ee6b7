import { z } from 'zod';
import { goalSchema } from '../../goals/schema';

/** A line of code; its indentation stays as it is. */
const codeLine = z
  .string()
  .min(1)
  .max(200)
  .refine((line) => !line.includes('\n'), { error: 'must be one line' });

export const orderSpecSchema = z.strictObject({
  kind: z.literal('order'),
  /** What the program must bring about. snippet.py is the right order; any other that meets the goals is right too. */
  goals: z.array(goalSchema).min(1).max(10),
  /** Lines that do not belong into the program. */
  distractors: z.array(codeLine).max(8).default([]),
  /** How many lines of the program stand there from the beginning; imports do in any case. */
  head: z.int().min(0).default(0),
});
export type OrderSpec = z.infer<typeof orderSpecSchema>;

/** The ids of the lines, in the order in which they were put; lines may be left out. */
export const orderAnswerSchema = z.strictObject({
  kind: z.literal('order'),
  lines: z
    .array(z.string().max(20))
    .max(40)
    .refine((lines) => new Set(lines).size === lines.length, { error: 'must use each line once' }),
});
export type OrderAnswer = z.infer<typeof orderAnswerSchema>;

/** A wrong answer of a content file: the lines, by their texts. */
export const orderMistakeSchema = z.strictObject({ lines: z.array(z.string()).min(1) });
export type OrderMistake = z.infer<typeof orderMistakeSchema>;

export const publicLineSchema = z.strictObject({ id: z.string(), text: z.string() });
export const publicOrderSchema = z.strictObject({
  kind: z.literal('order'),
  /** The lines that stand there from the beginning. */
  head: z.string(),
  /** The lines to be put in order, shuffled, with those that do not belong. */
  lines: z.array(publicLineSchema),
  goals: z.array(z.strictObject({ id: z.string(), sentence: z.string() })),
});
export type PublicOrder = z.infer<typeof publicOrderSchema>;
