import 'server-only';
import { optionalUser, requireMembership, selectCoursesOf } from '@/lib/auth';
import { listOfferedQuizzes, type OfferedQuiz } from '@/lib/classroom/quizzes';

/** The quizzes that the courses of the person who is signed in offer; none for who is not. */
export async function offeredQuizzes(): Promise<(OfferedQuiz & { courseId: string; course: string })[]> {
  const viewer = await optionalUser();
  if (!viewer) return [];
  const courses = await selectCoursesOf(viewer);
  const found = await Promise.all(
    courses.map(async ({ courseId, title: course }) => {
      const quizzes = await listOfferedQuizzes(await requireMembership(courseId, 'student'));
      return quizzes.map((quiz) => ({ ...quiz, courseId, course }));
    }),
  );
  return found.flat();
}
