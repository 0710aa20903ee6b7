import { z } from 'zod';
import { type ChoiceShapes, choice } from './choice';
import { choiceKeySchema } from './choice/key';
import { type CollectionShapes, collection } from './collection';
import { collectionKeySchema } from './collection/key';
import type { ExerciseKind } from './contract';
import { type MemoryDiagramShapes, memoryDiagram } from './memory-diagram';
import { memoryDiagramKeySchema } from './memory-diagram/key';
import { type OrderShapes, order } from './order';
import { orderKeySchema } from './order/key';
import { type OutputShapes, output } from './output';
import { outputKeySchema } from './output/key';
import { type ProgramShapes, program } from './program';
import { programKeySchema } from './program/key';
import { type TraceTableShapes, traceTable } from './trace-table';
import { traceTableKeySchema } from './trace-table/key';

/** The shapes of each kind. */
export interface Shapes {
  readonly choice: ChoiceShapes;
  readonly 'trace-table': TraceTableShapes;
  readonly collection: CollectionShapes;
  readonly output: OutputShapes;
  readonly 'memory-diagram': MemoryDiagramShapes;
  readonly program: ProgramShapes;
  readonly order: OrderShapes;
}
export type KindName = keyof Shapes;

/** Every kind of exercise there is. */
export const kinds: { readonly [Name in KindName]: ExerciseKind<Shapes[Name]> } = {
  choice,
  'trace-table': traceTable,
  collection,
  output,
  'memory-diagram': memoryDiagram,
  program,
  order,
};

/** The right answers of one variant. Never leaves the server before the submission. */
export const keySchema = z.discriminatedUnion('kind', [
  choiceKeySchema,
  traceTableKeySchema,
  collectionKeySchema,
  outputKeySchema,
  memoryDiagramKeySchema,
  programKeySchema,
  orderKeySchema,
]);
export type Key = z.infer<typeof keySchema>;

/** A key and an answer of the same kind. */
export type Asked<Name extends KindName = KindName> = {
  [One in Name]: {
    readonly kind: One;
    readonly key: Shapes[One]['key'];
    readonly answer: Shapes[One]['answer'];
  };
}[Name];
/** What is known of an answer once its program was run; null for kinds whose answers are no programs. */
export type Evidence = Shapes[KindName]['evidence'];
