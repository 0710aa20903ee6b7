import { z } from 'zod';
import { memoryDiagramAnswerSchema, publicMemoryDiagramSchema } from './schema';

/** The state as a drawing, and what each of its cells says. Never leaves the server before the submission. */
export const memoryDiagramKeySchema = z.strictObject({
  kind: z.literal('memory-diagram'),
  after: publicMemoryDiagramSchema.shape.after,
  drawing: memoryDiagramAnswerSchema,
  cells: z.array(
    z.strictObject({
      /** 'name.A', 'slot.o2.0' (of the drawing's object o2), 'buffer.o1'. */
      cell: z.string(),
      label: z.string(),
      /** In terms of the drawing's objects: see `cellsOf`. */
      says: z.string(),
      /** For people. */
      expected: z.string(),
      reason: z.string(),
      weight: z.number(),
    }),
  ),
});
export type MemoryDiagramKey = z.infer<typeof memoryDiagramKeySchema>;
