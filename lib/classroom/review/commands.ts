import 'server-only';
import type { CourseProof } from '@/lib/auth/proof';
import type { Prisma } from '@/lib/db/generated/client';
import { ratingOf, reviewed } from './rules';
import type { DueConcept } from './schema';

/**
 * Moves the card of a concept after its review, in the transaction that stores the answer. Where another review came
 * first since the card was read, that one counts and nothing is moved.
 */
export async function moveCard(
  tx: Prisma.TransactionClient,
  { courseId, viewer }: CourseProof<'student'>,
  { concept, card }: DueConcept,
  marks: { readonly points: number; readonly possible: number },
  now: Date,
): Promise<void> {
  const { concept: _, ...next } = reviewed(concept, card, ratingOf(marks), now);
  const whose = { courseId, userId: viewer.id, concept };
  if (card === null) await tx.reviewCard.createMany({ data: { ...whose, ...next }, skipDuplicates: true });
  else await tx.reviewCard.updateMany({ where: { ...whose, lastReview: card.lastReview }, data: next });
}
