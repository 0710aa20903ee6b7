import 'server-only';
import { cache } from 'react';
import { listPredictions, type Prediction } from '@/lib/classroom/predictions';
import { type DueConcept, dueConcepts } from '@/lib/classroom/review';
import { optionalCourse } from './current-course';

/** What the person who is signed in has answered; null for who is not, or is in no course. Read once for a page. */
export const ownPredictions = cache(async (): Promise<readonly Prediction[] | null> => {
  const proof = await optionalCourse();
  return proof && listPredictions(proof);
});

/** What they review today. Read once for a page. */
export const ownReview = cache(async (): Promise<readonly DueConcept[] | null> => {
  const [proof, predictions] = await Promise.all([optionalCourse(), ownPredictions()]);
  return proof && predictions && dueConcepts(proof, new Date(), predictions);
});
