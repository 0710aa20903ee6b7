import { z } from 'zod';

/** The lines that are printed. Never leaves the server before the submission. */
export const outputKeySchema = z.strictObject({
  kind: z.literal('output'),
  /** The program of the variant: what follows from an earlier line is computed in it. */
  program: z.string(),
  lines: z.array(
    z.strictObject({
      text: z.string(),
      given: z.boolean(),
      step: z.int(),
      /** The statement that prints it. */
      source: z.string(),
      line: z.int(),
      /** What the step prints, and since when the printed name shows it. */
      reason: z.string(),
    }),
  ),
});
export type OutputKey = z.infer<typeof outputKeySchema>;
