import { z } from 'zod';
import { publicOptionSchema } from './schema';

/** The options in the order of the variant, with the right ones. Never leaves the server before the submission. */
export const choiceKeySchema = z.strictObject({
  kind: z.literal('choice'),
  several: z.boolean(),
  options: z.array(publicOptionSchema.extend({ right: z.boolean() })),
  /** The right answer in words, what happened, and the step where it happened, if there is one. */
  reason: z.string(),
  step: z.int().nullable(),
});
export type ChoiceKey = z.infer<typeof choiceKeySchema>;
