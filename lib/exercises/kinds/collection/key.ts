import { z } from 'zod';
import { publicCollectionSchema } from './schema';

/** When and by what each object is freed. Never leaves the server before the submission. */
export const collectionKeySchema = z.strictObject({
  kind: z.literal('collection'),
  steps: publicCollectionSchema.shape.steps,
  /** The steps in which the collector runs. */
  collecting: z.array(z.int()),
  objects: z.array(
    z.strictObject({
      label: z.string(),
      /** null: never. */
      step: z.int().nullable(),
      by: z.enum(['rc', 'gc', 'never']),
      reason: z.string(),
    }),
  ),
});
export type CollectionKey = z.infer<typeof collectionKeySchema>;
