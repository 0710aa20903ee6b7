import 'server-only';
import { cookies } from 'next/headers';
import { cache } from 'react';
import {
  type CourseOfViewer,
  type CourseProof,
  optionalUser,
  requireMembership,
  selectCoursesOf,
} from '@/lib/auth';
import { courseCookie } from './course-cookie';

/** The courses of the person who is signed in, by title; none for who is not. Read once for a page. */
export const ownCourses = cache(async (): Promise<readonly CourseOfViewer[]> => {
  const viewer = await optionalUser();
  return viewer ? selectCoursesOf(viewer) : [];
});

/**
 * The course in which the person who is signed in reads lessons and takes the quizzes of the catalogue: the one they have
 * chosen on this device, or the first in which they are a student, or the first. Null for who is in none.
 */
export const currentCourse = cache(async (): Promise<CourseOfViewer | null> => {
  const courses = await ownCourses();
  const chosen = (await cookies()).get(courseCookie)?.value;
  return (
    courses.find(({ courseId }) => courseId === chosen) ??
    courses.find(({ role }) => role === 'student') ??
    courses[0] ??
    null
  );
});

/** Proof for the course in which they work; null for who is not signed in, or in no course. */
export const optionalCourse = cache(async (): Promise<CourseProof<'student'> | null> => {
  const course = await currentCourse();
  return course && requireMembership(course.courseId, 'student');
});
