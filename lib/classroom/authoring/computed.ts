/** What is computed of a draft while its author types; nothing is stored. */
import 'server-only';
import type { CourseProof } from '@/lib/auth/proof';
import { countAuthoring } from '@/lib/auth/rate-limits';
import { AppError } from '@/lib/common/errors';
import type { DraftMisconceptions } from './core/misconceptions';
import type { DraftPreview } from './core/preview';
import { runAuthoring } from './runner';
import { inShare } from './runner/shares';
import type { PreviewInput, TableQuestionInput } from './schema';
import type { TableQuestion } from './table-question';

type Staff = CourseProof<'teacher'>;

function requireCourse(proof: Staff, input: { readonly courseId: string }): void {
  if (proof.courseId !== input.courseId) throw new AppError('not-found', 'There is no such course.');
}

/**
 * The question of a draft, its answers and its problems. Throws AppError "rate-limited", "too-large" where it takes
 * too long to compute.
 */
export async function previewExercise(proof: Staff, input: PreviewInput): Promise<DraftPreview> {
  requireCourse(proof, input);
  await countAuthoring(proof.viewer.id, 'preview');
  const { draft, seed } = input;
  return inShare(proof.viewer.id, () => runAuthoring('preview', { draft, seed }));
}

/** Which misconceptions a draft tells apart; null where it has an error. Throws as `previewExercise`. */
export async function misconceptionsOfDraft(
  proof: Staff,
  input: PreviewInput,
): Promise<DraftMisconceptions | null> {
  requireCourse(proof, input);
  await countAuthoring(proof.viewer.id, 'check');
  const { draft, seed } = input;
  return inShare(proof.viewer.id, () => runAuthoring('misconceptions', { draft, seed }));
}

/** A table question about a program, as the text of its exercise.yaml. Throws as `previewExercise`. */
export async function makeTableQuestion(proof: Staff, input: TableQuestionInput): Promise<TableQuestion> {
  requireCourse(proof, input);
  await countAuthoring(proof.viewer.id, 'check');
  const { snippet, exerciseId: id } = input;
  return inShare(proof.viewer.id, () => runAuthoring('tableQuestion', { snippet, id }));
}
