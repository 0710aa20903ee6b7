import { z } from 'zod';
import { followThrough } from '../../content/parts';

export const outputSpecSchema = z.strictObject({
  kind: z.literal('output'),
  /** Lines of output that are shown instead of asked, from 1. */
  given: z.array(z.int().min(1)).default([]),
  followThrough: followThrough.optional(),
});
export type OutputSpec = z.infer<typeof outputSpecSchema>;

/** By the number of the line of output, from 1. */
export const outputAnswerSchema = z.strictObject({
  kind: z.literal('output'),
  cells: z
    .record(z.string().regex(/^\d{1,3}$/), z.string().max(500))
    .refine((cells) => Object.keys(cells).length <= 100, { error: 'has too many cells' }),
});
export type OutputAnswer = z.infer<typeof outputAnswerSchema>;

export const publicOutputSchema = z.strictObject({
  kind: z.literal('output'),
  lines: z.array(z.strictObject({ id: z.string(), given: z.string().nullable() })),
});
export type PublicOutput = z.infer<typeof publicOutputSchema>;
