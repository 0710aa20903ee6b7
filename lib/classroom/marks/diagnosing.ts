/** The belief behind a wrong answer, for the marks that are about to be stored. */
import 'server-only';
import { AppError } from '@/lib/common/errors';
import { beliefsFor, type KeyedExercise } from '@/lib/exercises/keys';
import type { Answer } from '@/lib/exercises/public';
import { diagnose } from '@/lib/grading/diagnosis/diagnose';
import type { DiagnosedMarks } from '@/lib/grading/diagnosis/schema';
import type { Marks } from '@/lib/grading/marks';

/** Which variant an answer is to. */
export interface VariantId {
  readonly revisionId: string;
  readonly seed: number;
}

/**
 * The marks with their diagnosis. Where the machines cannot be run now, nothing is named: no answer is refused for the
 * sake of its diagnosis.
 */
export async function withDiagnosis(
  { revisionId, seed }: VariantId,
  keyed: KeyedExercise,
  answer: Answer,
  marks: Marks,
): Promise<DiagnosedMarks> {
  if (!marks.cells.some(({ state }) => state === 'wrong' || state === 'consistent'))
    return { ...marks, diagnosis: null };
  try {
    const beliefs = await beliefsFor(revisionId, seed, keyed);
    return { ...marks, diagnosis: diagnose(keyed.key, answer, marks.cells, beliefs) };
  } catch (error) {
    if (error instanceof AppError) return { ...marks, diagnosis: null };
    throw error;
  }
}
