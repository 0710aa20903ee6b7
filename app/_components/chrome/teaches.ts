import 'server-only';
import { hasRight, selectCoursesOf, type Viewer } from '@/lib/auth';

/** Whether a person teaches in any course: decides what the navigation offers, never what a page shows. */
export async function teachesSomewhere(viewer: Viewer): Promise<boolean> {
  const courses = await selectCoursesOf(viewer);
  return courses.some((course) => hasRight(course.role, 'teacher'));
}
