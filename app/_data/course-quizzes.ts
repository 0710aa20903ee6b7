import 'server-only';
import { requireMembership } from '@/lib/auth';
import { listOfferedQuizzes, type OfferedQuiz } from '@/lib/classroom/quizzes';
import { ownCourses } from './current-course';

/** The quizzes that the courses of the person who is signed in offer; none for who is not. */
export async function offeredQuizzes(): Promise<(OfferedQuiz & { courseId: string; course: string })[]> {
  const courses = await ownCourses();
  const found = await Promise.all(
    courses.map(async ({ courseId, title: course }) => {
      const quizzes = await listOfferedQuizzes(await requireMembership(courseId, 'student'));
      return quizzes.map((quiz) => ({ ...quiz, courseId, course }));
    }),
  );
  return found.flat();
}
