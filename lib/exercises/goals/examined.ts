/** What is known of a program once it was run. */
import { z } from 'zod';
import { goalResultSchema } from './schema';

export const examinedSchema = z.discriminatedUnion('status', [
  /** It ran to its end. */
  z.strictObject({ status: z.literal('ran'), goals: z.array(goalResultSchema) }),
  /** An exception that nobody caught, or a limit. `step` is the last one that was finished. */
  z.strictObject({ status: z.literal('stopped'), message: z.string(), step: z.int().nullable() }),
  /** It is no Python, or something that the simulator does not know for certain. */
  z.strictObject({
    status: z.literal('unreadable'),
    because: z.enum(['syntax', 'unsupported']),
    message: z.string(),
  }),
]);
/** What is known of a program once it was run. Plain data. */
export type Examined = z.infer<typeof examinedSchema>;
