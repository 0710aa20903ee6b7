import 'server-only';
import { notFound, redirect } from 'next/navigation';
import { type CourseProof, optionalUser, requireMembership, selectCoursesOf } from '@/lib/auth';
import { type DueAssignment, databaseNow, listDue } from '@/lib/classroom/assignments';
import { isAppError } from '@/lib/common/errors';

const signIn = (address: string) => redirect(`/sign-in?callbackUrl=${encodeURIComponent(address)}`);

export interface CourseAssignments {
  readonly courseId: string;
  readonly title: string;
  readonly isDemo: boolean;
  readonly assignments: readonly DueAssignment[];
}

/** The assignments of every course of the person who is signed in, by course. */
export async function assignmentsByCourse(address: string): Promise<CourseAssignments[]> {
  const viewer = await optionalUser();
  if (!viewer) return signIn(address);
  const [courses, now] = await Promise.all([selectCoursesOf(viewer), databaseNow()]);
  return Promise.all(
    courses.map(async ({ courseId, title, isDemo }) => {
      const proof = await requireMembership(courseId, 'student');
      return { courseId, title, isDemo, assignments: await listDue(proof, now) };
    }),
  );
}

/** Proof that the person who is signed in is in the course of the address; to others the page is not there. */
export async function requireStudent(courseId: string, address: string): Promise<CourseProof<'student'>> {
  try {
    return await requireMembership(courseId, 'student');
  } catch (error) {
    if (isAppError(error) && error.code === 'not-signed-in') return signIn(address);
    if (isAppError(error) && (error.code === 'not-found' || error.code === 'forbidden')) notFound();
    throw error;
  }
}
