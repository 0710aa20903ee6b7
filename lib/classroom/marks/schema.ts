import { z } from 'zod';
import { linesOfText } from '@/lib/common/text';

export const reasonSchema = linesOfText(500, { empty: 'Say why, in a few words.' });

export const overrideInputSchema = z.strictObject({
  courseId: z.uuid(),
  answerId: z.uuid(),
  /** null lifts the override: the marks count again. */
  points: z.number().min(0).max(1000).multipleOf(0.01).nullable(),
  reason: reasonSchema,
  /** The number of the override that was last seen; 0 where there was none. */
  seen: z
    .int()
    .min(0)
    .max(2 ** 31 - 2),
});
export type OverrideInput = z.infer<typeof overrideInputSchema>;

/** A row of the history of an answer's overrides, as its student and the teachers see it. */
export interface OverrideView {
  readonly number: number;
  /** null: lifted. */
  readonly points: number | null;
  readonly reason: string;
  readonly author: string;
  readonly at: Date;
}
