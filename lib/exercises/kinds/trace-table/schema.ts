import { z } from 'zod';
import { columnTypes } from '../../cells/cell';
import {
  followThrough,
  followThroughByDefault,
  objectOf,
  pythonName,
  shortText,
  stepNumber,
} from '../../content/parts';

const columnId = z
  .string()
  .regex(/^[A-Za-z_][A-Za-z0-9_-]*$/, { error: 'must be a short word such as count' });
const label = shortText.optional();

/** A column asks the same question after each step. */
export const columnSchema = z.union(
  [
    z.strictObject({ value: pythonName, id: columnId.optional(), label }),
    z.strictObject({ count: objectOf, id: columnId.optional(), label }),
    z.strictObject({ freed: objectOf, id: columnId.optional(), label }),
    z.strictObject({ same: pythonName, id: columnId.optional(), label }),
    z.strictObject({ output: z.literal(true), id: columnId.optional(), label }),
  ],
  {
    error:
      'must be one of { value: A }, { count: A }, { freed: A }, { same: A }, { output: true }, with id and label if wanted',
  },
);
export type Column = z.infer<typeof columnSchema>;

export const traceTableSpecSchema = z.strictObject({
  kind: z.literal('trace-table'),
  columns: z.array(columnSchema).min(1).max(8),
  /** The rows; every step where it is left out. */
  steps: z.array(stepNumber).min(1).max(40).optional(),
  /** Cells that are shown instead of asked, as `step.column`, or `step.*` for a whole row. */
  given: z
    .array(z.string().regex(/^\d+\.(\*|[A-Za-z_][A-Za-z0-9_-]*)$/, { error: 'must be like 1.A or 1.*' }))
    .default([]),
  followThrough: followThrough.default(followThroughByDefault),
});
export type TraceTableSpec = z.infer<typeof traceTableSpecSchema>;

/** `3.A`: the row of step 3, the column A. */
export const cellId = z.string().regex(/^\d{1,4}\.[A-Za-z_][A-Za-z0-9_-]*$/);

export const traceTableAnswerSchema = z.strictObject({
  kind: z.literal('trace-table'),
  cells: z
    .record(cellId, z.string().max(500))
    .refine((cells) => Object.keys(cells).length <= 400, { error: 'has too many cells' }),
});
export type TraceTableAnswer = z.infer<typeof traceTableAnswerSchema>;

/** A wrong answer of a content file: these cells instead of the right ones. */
export const cellsMistakeSchema = z.strictObject({
  cells: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type CellsMistake = z.infer<typeof cellsMistakeSchema>;

export const publicColumnSchema = z.strictObject({
  id: z.string(),
  type: z.enum(columnTypes),
  label: z.string(),
  /** The name, or the object in words: 'the array of A'. */
  about: z.string(),
});
export const publicTraceTableSchema = z.strictObject({
  kind: z.literal('trace-table'),
  columns: z.array(publicColumnSchema),
  rows: z.array(
    z.strictObject({
      step: z.int(),
      line: z.int(),
      source: z.string(),
      cells: z.array(z.strictObject({ id: z.string(), column: z.string(), given: z.string().nullable() })),
    }),
  ),
});
export type PublicTraceTable = z.infer<typeof publicTraceTableSchema>;
