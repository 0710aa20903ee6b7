import { z } from 'zod';
import { reasonSchema } from '../marks/schema';

export const regradeInputSchema = z.strictObject({
  courseId: z.uuid(),
  exerciseId: z.uuid(),
  /** The corrected revision. */
  revisionId: z.uuid(),
});
export type RegradeInput = z.infer<typeof regradeInputSchema>;

export const applyRegradeInputSchema = regradeInputSchema.extend({
  /** Made by the browser, once for one regrade: sent twice, it is done once. */
  regradeId: z.uuid(),
  /** Of the dry run that was looked at: what is written is what it showed, or nothing. */
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  reason: reasonSchema,
});
export type ApplyRegradeInput = z.infer<typeof applyRegradeInputSchema>;

/** An answer whose marks differ under the corrected revision. */
export interface RegradeChange {
  readonly answerId: string;
  readonly userId: string;
  readonly student: string;
  readonly quiz: string;
  readonly attempt: number;
  readonly before: number;
  readonly after: number;
  readonly possible: number;
  /** Points of an override, which stands: what counts for the student does not change. */
  readonly override: number | null;
}

/** An answer that cannot be marked by the corrected revision, and keeps its marks. */
export interface RegradeKept
  extends Pick<RegradeChange, 'answerId' | 'userId' | 'student' | 'quiz' | 'attempt'> {
  readonly why: string;
}

/** What a regrade would do. */
export interface RegradePreview {
  readonly exercise: { readonly id: string; readonly title: string };
  readonly revision: { readonly id: string; readonly number: number };
  /** Answers of the course to this exercise. */
  readonly answers: number;
  /** Points that differ, by student. */
  readonly changes: readonly RegradeChange[];
  /** Answers whose points stay, but not the reasons. */
  readonly rewritten: number;
  readonly kept: readonly RegradeKept[];
  /** Stands for all of this, and for the marks it begins from. */
  readonly digest: string;
}

export interface RegradeResult {
  readonly regradeId: string;
  readonly answers: number;
  readonly changed: number;
}

/** A regrade that was done. */
export interface RegradeSummary extends RegradeResult {
  readonly exercise: string;
  readonly revision: number;
  readonly reason: string;
  readonly by: string;
  readonly at: Date;
}
