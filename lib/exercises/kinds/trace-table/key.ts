/** The right answers of a trace table. Never leaves the server before the submission. */
import { z } from 'zod';
import { publicColumnSchema } from './schema';

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
  /** The program of the variant: steps from a student's own state are taken in it. */
  program: z.string(),
  columns: z.array(keyColumn),
  rows: z.array(
    z.strictObject({
      step: z.int(),
      line: z.int(),
      source: z.string(),
      cells: z.array(keyCell),
    }),
  ),
  /** True where no asked value is Python's None, so that "None" can only mean "no such name". */
  noneMeansUndefined: z.boolean(),
});
export type TraceTableKey = z.infer<typeof traceTableKeySchema>;
