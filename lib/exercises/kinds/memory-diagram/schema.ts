import { z } from 'zod';
import { pythonName } from '../../content/parts';
import { stepOrEnd } from '../../content/questions';

export const memoryDiagramSpecSchema = z.strictObject({
  kind: z.literal('memory-diagram'),
  /** The step after which the state is drawn. */
  after: stepOrEnd,
  /** The names that are drawn; every name of the module where it is left out. */
  names: z.array(pythonName).min(1).max(12).optional(),
});
export type MemoryDiagramSpec = z.infer<typeof memoryDiagramSpecSchema>;

/** What can be drawn. */
export const drawnTypes = ['array', 'list', 'tuple', 'dict', 'set', 'object'] as const;
export const drawnType = z.enum(drawnTypes);

/** What a name or a slot refers to: an object of the drawing, or a value such as 3, which has no box of its own. */
export const referenceSchema = z.union([
  z.strictObject({ object: z.string().max(20) }),
  z.strictObject({ value: z.string().max(200) }),
]);
export type Reference = z.infer<typeof referenceSchema>;

const drawnObject = z.strictObject({
  id: z.string().max(20),
  type: drawnType,
  /** Slots that refer to objects: '0', "'key'", an attribute, 'base' for a view. */
  slots: z.record(z.string().max(60), referenceSchema),
  /** Arrays with the same label share a buffer; null: a buffer of its own. */
  buffer: z.string().max(20).nullable(),
});
export type DrawnObject = z.infer<typeof drawnObject>;

export const memoryDiagramAnswerSchema = z.strictObject({
  kind: z.literal('memory-diagram'),
  /** By name; null: the name is not defined. A name that is left out is blank. */
  names: z
    .record(pythonName, referenceSchema.nullable())
    .refine((names) => Object.keys(names).length <= 20, { error: 'has too many names' }),
  objects: z
    .array(drawnObject)
    .max(16)
    .refine((objects) => new Set(objects.map((one) => one.id)).size === objects.length, {
      error: 'must have each object once',
    }),
});
export type MemoryDiagramAnswer = z.infer<typeof memoryDiagramAnswerSchema>;

/** A wrong answer of a content file: what is drawn after the same step of another program. */
export const memoryDiagramMistakeSchema = z.strictObject({ program: z.string().min(1).max(4000) });
export type MemoryDiagramMistake = z.infer<typeof memoryDiagramMistakeSchema>;

export const publicMemoryDiagramSchema = z.strictObject({
  kind: z.literal('memory-diagram'),
  /** The step after which the state is drawn; null: the end of the program. */
  after: z.strictObject({ step: z.int(), line: z.int(), source: z.string() }).nullable(),
  names: z.array(z.string()),
  types: z.array(drawnType),
});
export type PublicMemoryDiagram = z.infer<typeof publicMemoryDiagramSchema>;
