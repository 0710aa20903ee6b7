/** The two shapes that cross the wire: what a student sees of an exercise, and what they send back. */
import { z } from 'zod';
import { choiceAnswerSchema, publicChoiceSchema } from './kinds/choice/schema';
import { collectionAnswerSchema, publicCollectionSchema } from './kinds/collection/schema';
import { memoryDiagramAnswerSchema, publicMemoryDiagramSchema } from './kinds/memory-diagram/schema';
import { orderAnswerSchema, publicOrderSchema } from './kinds/order/schema';
import { outputAnswerSchema, publicOutputSchema } from './kinds/output/schema';
import { programAnswerSchema, publicProgramSchema } from './kinds/program/schema';
import { publicTraceTableSchema, traceTableAnswerSchema } from './kinds/trace-table/schema';

export const answerSchema = z.discriminatedUnion('kind', [
  choiceAnswerSchema,
  traceTableAnswerSchema,
  collectionAnswerSchema,
  outputAnswerSchema,
  memoryDiagramAnswerSchema,
  programAnswerSchema,
  orderAnswerSchema,
]);
export type Answer = z.infer<typeof answerSchema>;

const common = {
  title: z.string(),
  /** Markdown. */
  prompt: z.string(),
  snippet: z.string(),
  hints: z.array(
    z.strictObject({ text: z.string(), step: z.int().nullable(), column: z.string().nullable() }),
  ),
};

/** What a browser may know of an exercise before the submission. Strict: a key that is not listed is refused. */
export const publicExerciseSchema = z.discriminatedUnion('kind', [
  publicChoiceSchema.extend(common),
  publicTraceTableSchema.extend(common),
  publicCollectionSchema.extend(common),
  publicOutputSchema.extend(common),
  publicMemoryDiagramSchema.extend(common),
  publicProgramSchema.extend(common),
  publicOrderSchema.extend(common),
]);
export type PublicExercise = z.infer<typeof publicExerciseSchema>;
