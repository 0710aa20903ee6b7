import { z } from 'zod';
import { misconceptionId } from '@/lib/exercises/misconception-ids';
import type { MisconceptionId } from '@/lib/simulator/misconceptions/ids';

/** One answer of a person, to an exercise or in practice, as far as it tells how well they predict. */
export const predictionSchema = z.object({
  at: z.date(),
  concepts: z.array(z.string()),
  /** Every cell is right. */
  right: z.boolean(),
  /** The ideas that the answer fits. */
  named: z.array(misconceptionId),
  /** The ideas that the exercise is meant to tell apart; null where it does not say. */
  tells: z.array(misconceptionId).nullable(),
});
export type Prediction = z.infer<typeof predictionSchema>;

/** How well somebody predicts what a concept does. */
export interface ConceptProgress {
  readonly concept: string;
  /** The newest answers, the last one last. */
  readonly newest: readonly boolean[];
  readonly right: number;
}

/** An idea that one's answers fit, and that was not yet answered away. */
export interface IdeaToLetGo {
  readonly id: MisconceptionId;
  readonly title: string;
  /** How many answers fit it. */
  readonly fits: number;
  readonly lastSeen: Date;
  /** Right answers in a row since, to questions that would have shown it. */
  readonly rightSince: number;
}
