import 'server-only';
import { notFound, redirect } from 'next/navigation';
import { type CourseProof, requireMembership } from '@/lib/auth';
import { isAppError } from '@/lib/common/errors';

/**
 * Proof that the person who is signed in teaches the course of the address. Who is not signed in is sent to
 * the form; who may not see the course gets the page that is not there.
 */
export async function requireTeacher(courseId: string, address: string): Promise<CourseProof<'teacher'>> {
  try {
    return await requireMembership(courseId, 'teacher');
  } catch (error) {
    if (isAppError(error) && error.code === 'not-signed-in')
      redirect(`/sign-in?callbackUrl=${encodeURIComponent(address)}`);
    if (isAppError(error) && (error.code === 'not-found' || error.code === 'forbidden')) notFound();
    throw error;
  }
}
