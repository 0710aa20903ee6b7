import { z } from 'zod';
import { followThrough, objectOf, shortText } from '../../content/parts';

const askedObject = z.union([objectOf, z.strictObject({ of: objectOf, label: shortText })], {
  error: 'must be a name such as A, { name: A, step: 3 }, or { of, label }',
});

export const collectionSpecSchema = z.strictObject({
  kind: z.literal('collection'),
  /** The objects that are asked about. */
  objects: z.array(askedObject).min(1).max(8),
  followThrough: followThrough.optional(),
});
export type CollectionSpec = z.infer<typeof collectionSpecSchema>;

/** `1.when`: the step at which the first object is freed; `1.how`: what frees it. */
export const collectionCellId = z.string().regex(/^\d{1,2}\.(when|how)$/);

export const collectionAnswerSchema = z.strictObject({
  kind: z.literal('collection'),
  cells: z
    .record(collectionCellId, z.string().max(100))
    .refine((cells) => Object.keys(cells).length <= 20, { error: 'has too many cells' }),
});
export type CollectionAnswer = z.infer<typeof collectionAnswerSchema>;

const publicCell = z.strictObject({ id: z.string(), type: z.enum(['when', 'how']) });
export const publicCollectionSchema = z.strictObject({
  kind: z.literal('collection'),
  /** The steps that may be answered. */
  steps: z.array(z.strictObject({ step: z.int(), line: z.int(), source: z.string() })),
  objects: z.array(z.strictObject({ label: z.string(), cells: z.array(publicCell) })),
});
export type PublicCollection = z.infer<typeof publicCollectionSchema>;
