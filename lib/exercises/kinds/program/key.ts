import { z } from 'zod';
import { goalSchema } from '../../goals/schema';

/** The goals and a program that meets them. The solution never leaves the server before the submission. */
export const programKeySchema = z.strictObject({
  kind: z.literal('program'),
  goals: z.array(
    z.strictObject({
      goal: goalSchema,
      sentence: z.string(),
      /** Whether the program to begin with meets it: then it is there to be kept, and earns nothing alone. */
      metAtFirst: z.boolean(),
    }),
  ),
  solution: z.string(),
});
export type ProgramKey = z.infer<typeof programKeySchema>;
