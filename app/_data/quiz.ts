import 'server-only';
import type { CourseProof } from '@/lib/auth';
import { optionalUser, requireMembership, selectCoursesOf } from '@/lib/auth';

/** The course in which the person who is signed in takes the quizzes of lessons: the first one of theirs. */
export async function optionalCourse(): Promise<CourseProof<'student'> | null> {
  const viewer = await optionalUser();
  if (!viewer) return null;
  const course = (await selectCoursesOf(viewer))[0];
  return course ? requireMembership(course.courseId, 'student') : null;
}
