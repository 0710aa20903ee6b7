import { z } from 'zod';
import { goalSchema } from '../../goals/schema';
import { publicLineSchema } from './schema';

/** The lines, the goals, and one right order. Never leaves the server before the submission. */
export const orderKeySchema = z.strictObject({
  kind: z.literal('order'),
  head: z.string(),
  lines: z.array(publicLineSchema),
  goals: z.array(z.strictObject({ goal: goalSchema, sentence: z.string() })),
  /** Ids of the lines in a right order. */
  solution: z.array(z.string()),
});
export type OrderKey = z.infer<typeof orderKeySchema>;
