import 'server-only';
import { type LessonProgress, listLessonProgress } from '@/lib/classroom/reading';
import { saveReadingAction } from '../_actions/reading';
import type { Reading } from '../_components/lesson/use-reading';
import { optionalCourse } from './current-course';

/** What the person who is signed in has read of a lesson, and the way to remember more; null for who is not. */
export async function ownReading(slug: string): Promise<Reading | null> {
  const proof = await optionalCourse();
  if (!proof) return null;
  const progress = (await listLessonProgress(proof)).find((one) => one.slug === slug);
  return {
    courseId: proof.courseId,
    seen: progress?.seen ?? [],
    quizDone: progress?.quizDone ?? false,
    save: saveReadingAction,
  };
}

/** How far the person who is signed in is with the lessons, by slug; empty for who is not. */
export async function ownLessonProgress(): Promise<ReadonlyMap<string, LessonProgress>> {
  const proof = await optionalCourse();
  const progress = proof ? await listLessonProgress(proof) : [];
  return new Map(progress.map((one) => [one.slug, one]));
}
