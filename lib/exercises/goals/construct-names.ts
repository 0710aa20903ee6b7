import { z } from 'zod';
import { constructs } from './constructs-known';

export type Construct = (typeof constructs)[number];

/** A construct, or a call such as { call: gc.collect }. */
export const constructSchema = z.union(
  [z.enum(constructs), z.strictObject({ call: z.string().regex(/^[A-Za-z_][\w.]*$/) })],
  {
    error: `must be { call: name } or one of: ${constructs.join(', ')}`,
  },
);
export type ConstructMeant = z.infer<typeof constructSchema>;
