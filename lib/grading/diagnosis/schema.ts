import { z } from 'zod';
import { misconceptionId } from '@/lib/exercises/misconception-ids';
import type { Marks } from '../marks';

const beliefs = z.array(misconceptionId).min(1).max(2);

/** Which belief explains the wrong cells of an answer. Stored with its marks; null where none is named. */
export const diagnosisSchema = z.strictObject({
  /** One misconception, or two that are held together. */
  named: beliefs,
  /** The probability of that, given the answer: from `sure` on it is said; below, the answer is one of who believes it. */
  confidence: z.number().min(0).max(1),
  /** The wrong cells that it predicts as they were answered. */
  explains: z.array(z.string()),
  /** The step of the first of them, where they have steps. */
  step: z.int().nullable(),
  /** What else explains the answer, the best first. */
  rivals: z.array(z.strictObject({ believes: beliefs, confidence: z.number() })),
});
export type Diagnosis = z.infer<typeof diagnosisSchema>;

/** Marks with the belief behind what is wrong, where one is named. */
export interface DiagnosedMarks extends Marks {
  readonly diagnosis: Diagnosis | null;
}
