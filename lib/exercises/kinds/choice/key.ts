import { z } from 'zod';
import { misconceptionId } from '../../misconception-ids';
import { publicOptionSchema } from './schema';

/** The options in the order of the variant, with the right ones. Never leaves the server before the submission. */
export const choiceKeySchema = z.strictObject({
  kind: z.literal('choice'),
  several: z.boolean(),
  options: z.array(
    publicOptionSchema.extend({
      right: z.boolean(),
      /** Its place in the content file, from 1. */
      place: z.int(),
      /** The belief that leads to it, where it is wrong and the author named one. */
      believes: misconceptionId.nullable(),
    }),
  ),
  /** The right answer in words, what happened, and the step where it happened, if there is one. */
  reason: z.string(),
  step: z.int().nullable(),
});
export type ChoiceKey = z.infer<typeof choiceKeySchema>;
