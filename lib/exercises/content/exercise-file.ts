import { z } from 'zod';
import { choiceMistakeSchema, choiceSpecSchema } from '../kinds/choice/schema';
import { collectionSpecSchema } from '../kinds/collection/schema';
import { memoryDiagramMistakeSchema, memoryDiagramSpecSchema } from '../kinds/memory-diagram/schema';
import { orderMistakeSchema, orderSpecSchema } from '../kinds/order/schema';
import { outputSpecSchema } from '../kinds/output/schema';
import { programMistakeSchema, programSpecSchema } from '../kinds/program/schema';
import { cellsMistakeSchema, traceTableSpecSchema } from '../kinds/trace-table/schema';
import { misconceptionId } from '../misconception-ids';
import { parametersSchema } from '../templates/parameters';
import { kindNames } from './kind-names';
import { concept, contentId, hintSchema, sentence, shortText } from './parts';
import { wrongAnswer } from './wrong-answer';

/** What every exercise says, of whatever kind. */
const common = {
  id: contentId,
  title: shortText,
  concepts: z.array(concept).min(1),
  difficulty: z.int().min(1).max(5),
  /** Markdown. */
  prompt: sentence,
  hints: z.array(hintSchema).max(5).default([]),
  /** What differs from variant to variant; `{{name}}` stands for it in snippet.py and in every text here. */
  parameters: parametersSchema.optional(),
  /** The misconceptions that the exercise is meant to tell apart. */
  misconceptions: z.array(misconceptionId).optional(),
  /** Markdown, shown after the submission. */
  explanation: sentence,
};

const wrong = <Mistake extends z.ZodType>(mistake: Mistake) => ({
  wrong: z.array(wrongAnswer(mistake)).max(12).optional(),
});

/** exercise.yaml, its placeholders filled. */
export const exerciseFileSchema = z.discriminatedUnion(
  'kind',
  [
    choiceSpecSchema.extend({ ...common, ...wrong(choiceMistakeSchema) }),
    traceTableSpecSchema.extend({ ...common, ...wrong(cellsMistakeSchema) }),
    collectionSpecSchema.extend({ ...common, ...wrong(cellsMistakeSchema) }),
    outputSpecSchema.extend({ ...common, ...wrong(cellsMistakeSchema) }),
    memoryDiagramSpecSchema.extend({ ...common, ...wrong(memoryDiagramMistakeSchema) }),
    programSpecSchema.extend({ ...common, ...wrong(programMistakeSchema) }),
    orderSpecSchema.extend({ ...common, ...wrong(orderMistakeSchema) }),
  ],
  { error: `kind must be one of: ${kindNames.join(', ')}` },
);
export type ExerciseFile = z.infer<typeof exerciseFileSchema>;

/** Python source, bounded as the simulator bounds it. */
export const snippetSchema = z.string().min(1).max(20_000);

/** An exercise as one student sees it: nothing is left to fill. */
export interface FilledExercise {
  readonly exercise: ExerciseFile;
  readonly snippet: string;
}
