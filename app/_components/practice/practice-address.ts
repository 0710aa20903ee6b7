import type { PracticeQuestion } from '@/lib/classroom/practice';

/** The address of a question of practice; without a seed, of a fresh one. */
export function practiceAddress(
  { concepts, difficulty, kind, seed }: Omit<PracticeQuestion, 'seed'> & { readonly seed?: number },
  forReview = false,
): string {
  const params = new URLSearchParams(concepts.map((concept): [string, string] => ['concept', concept]));
  params.set('difficulty', String(difficulty));
  params.set('ask', kind);
  if (forReview) params.set('for', 'review');
  if (seed !== undefined) params.set('seed', String(seed));
  return `/practice/question?${params}`;
}

/** A fresh question that reviews a concept. */
export const reviewAddress = (concept: PracticeQuestion['concepts'][number]): string =>
  practiceAddress({ concepts: [concept], difficulty: 2, kind: 'choice' }, true);
