import { z } from 'zod';
import { choiceSpecSchema } from '../kinds/choice/schema';
import { traceTableSpecSchema } from '../kinds/trace-table/schema';
import { concept, contentId, hintSchema, sentence, shortText } from './parts';

/** What every exercise says, of whatever kind. */
const common = {
  id: contentId,
  title: shortText,
  concepts: z.array(concept).min(1),
  difficulty: z.int().min(1).max(5),
  /** Markdown. */
  prompt: sentence,
  hints: z.array(hintSchema).max(5).default([]),
  /** Markdown, shown after the submission. */
  explanation: sentence,
};

/** exercise.yaml */
export const exerciseFileSchema = z.discriminatedUnion(
  'kind',
  [choiceSpecSchema.extend(common), traceTableSpecSchema.extend(common)],
  { error: 'kind must be one of: choice, trace-table' },
);
export type ExerciseFile = z.infer<typeof exerciseFileSchema>;

/** Python source, bounded as the simulator bounds it. */
export const snippetSchema = z.string().min(1).max(20_000);

/** What a revision of an exercise stores. */
export const exerciseContentSchema = z.strictObject({ exercise: exerciseFileSchema, snippet: snippetSchema });
export type ExerciseContent = z.infer<typeof exerciseContentSchema>;
