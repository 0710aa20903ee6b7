import 'server-only';
import type { CourseProof } from '@/lib/auth/proof';
import { db } from '@/lib/db/client';
import { isPracticeConcept } from '@/lib/exercises/practice/concepts';
import { listPredictions } from '../predictions/queries';
import { lastWrongByConcept } from '../predictions/rules';
import type { Prediction } from '../predictions/schema';
import { dueToday } from './rules';
import type { DueConcept, ReviewCard } from './schema';

/** What the person reviews today. Two queries; one where their predictions are at hand. */
export async function dueConcepts(
  proof: CourseProof<'student'>,
  now: Date,
  known?: readonly Prediction[],
): Promise<DueConcept[]> {
  const [cards, predictions] = await Promise.all([selectCards(proof), known ?? listPredictions(proof)]);
  return dueToday(cards, lastWrongByConcept(predictions), now);
}

async function selectCards({ courseId, viewer }: CourseProof<'student'>): Promise<ReviewCard[]> {
  const rows = await db().reviewCard.findMany({
    where: { courseId, userId: viewer.id },
    omit: { courseId: true, userId: true },
    take: 200,
  });
  // A concept that can no longer be practised cannot be reviewed either.
  return rows.flatMap(({ concept, ...card }) => (isPracticeConcept(concept) ? [{ concept, ...card }] : []));
}
