/** The right answers of a trace table. Never leaves the server before the submission. */
import { z } from 'zod';
import { publicColumnSchema } from './schema';

/** The state before a step, in a form that can be built again (see scene.ts). */
export const sceneSchema = z.strictObject({
  /** The statement of the step. */
  source: z.string(),
  /** The import statements of the program. */
  imports: z.array(z.string()),
  /** The name by which NumPy is imported, or null. */
  numpy: z.string().nullable(),
  /** The names that are bound before the step, in order of binding; `object` is null for an atom. */
  names: z.array(
    z.strictObject({
      name: z.string(),
      object: z.int().nullable(),
      kind: z.enum(['array', 'list', 'atom']),
      text: z.string(),
    }),
  ),
});
export type Scene = z.infer<typeof sceneSchema>;

/** One cell's truth: the text in its canonical form. */
const keyCell = z.strictObject({
  id: z.string(),
  column: z.string(),
  expected: z.string(),
  /** Whether it differs from the same column one step earlier. */
  changes: z.boolean(),
  given: z.boolean(),
  reason: z.string(),
});
const keyColumn = z.strictObject({
  ...publicColumnSchema.shape,
  /** The name of a value or same column; for count and freed the name that tells the object; '' for output. */
  name: z.string(),
  /** The object of a count or freed column: its number in the trace. */
  object: z.int().nullable(),
});
export const traceTableKeySchema = z.strictObject({
  kind: z.literal('trace-table'),
  columns: z.array(keyColumn),
  rows: z.array(
    z.strictObject({
      step: z.int(),
      line: z.int(),
      source: z.string(),
      cells: z.array(keyCell),
      /** The state before the step, where a step can be taken from a student's own state. */
      scene: sceneSchema.nullable(),
    }),
  ),
  /** True where no asked value is Python's None, so that "None" can only mean "no such name". */
  noneMeansUndefined: z.boolean(),
});
export type TraceTableKey = z.infer<typeof traceTableKeySchema>;
