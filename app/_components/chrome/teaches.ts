import 'server-only';
import { hasRight } from '@/lib/auth';
import { ownCourses } from '../../_data/current-course';

/** Whether the person who is signed in teaches in any course: decides what the navigation offers, never what a page shows. */
export async function teachesSomewhere(): Promise<boolean> {
  return (await ownCourses()).some((course) => hasRight(course.role, 'teacher'));
}
