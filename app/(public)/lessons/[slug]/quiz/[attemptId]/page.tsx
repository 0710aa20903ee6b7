import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { reviewAttempt } from '@/lib/classroom/attempts';
import { isAppError } from '@/lib/common/errors';
import { Review } from '../../../../../_components/answer/review';
import { ButtonLink } from '../../../../../_components/ui/button';
import { optionalCourse } from '../../../../../_data/quiz';
import { words } from '../../../../../_words';

export const metadata: Metadata = { title: words.quiz.result };

/** A submitted attempt of one's own: marks cell by cell, each with its reason. */
export default async function ReviewPage({
  params,
}: {
  params: Promise<{ slug: string; attemptId: string }>;
}) {
  const { slug, attemptId } = await params;
  const address = `/lessons/${slug}/quiz`;
  const proof = await optionalCourse();
  if (!proof) redirect(`/sign-in?callbackUrl=${encodeURIComponent(`${address}/${attemptId}`)}`);
  const review = await reviewAttempt(proof, attemptId).catch((error: unknown) => {
    if (isAppError(error) && (error.code === 'not-found' || error.code === 'invalid-input')) notFound();
    throw error;
  });
  return (
    <Review
      review={review}
      watch={`/lessons/${slug}/watch`}
      actions={
        <ButtonLink href={address} wide prefetch={false}>
          {words.quiz.backToQuiz}
        </ButtonLink>
      }
    />
  );
}
