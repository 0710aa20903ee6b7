'use server';

import { cookies } from 'next/headers';
import { z } from 'zod';
import { requireMembership, requireUser } from '@/lib/auth';
import {
  archiveCourse,
  archiveCourseSchema,
  changeCourse,
  changeCourseSchema,
  makeCourse,
  makeCourseSchema,
  makeSection,
  makeSectionSchema,
  removeSection,
  removeSectionSchema,
  renameSection,
  renameSectionSchema,
} from '@/lib/classroom/courses';
import { env } from '@/lib/common/env';
import { defineAction } from '@/lib/web';
import { courseCookie } from '../_data/course-cookie';

export const makeCourseAction = defineAction({
  input: makeCourseSchema,
  authorise: requireUser,
  act: makeCourse,
});

export const changeCourseAction = defineAction({
  input: changeCourseSchema,
  authorise: ({ courseId }) => requireMembership(courseId, 'teacher'),
  act: changeCourse,
});

export const archiveCourseAction = defineAction({
  input: archiveCourseSchema,
  authorise: ({ courseId }) => requireMembership(courseId, 'owner'),
  act: archiveCourse,
});

export const makeSectionAction = defineAction({
  input: makeSectionSchema,
  authorise: ({ courseId }) => requireMembership(courseId, 'teacher'),
  act: makeSection,
});

export const renameSectionAction = defineAction({
  input: renameSectionSchema,
  authorise: ({ courseId }) => requireMembership(courseId, 'teacher'),
  act: renameSection,
});

export const removeSectionAction = defineAction({
  input: removeSectionSchema,
  authorise: ({ courseId }) => requireMembership(courseId, 'teacher'),
  act: removeSection,
});

/** Keeps on this device in which of their courses somebody works. */
export const chooseCourseAction = defineAction({
  input: z.strictObject({ courseId: z.uuid() }),
  authorise: ({ courseId }) => requireMembership(courseId, 'student'),
  act: async ({ courseId }) => {
    (await cookies()).set(courseCookie, courseId, {
      httpOnly: true,
      sameSite: 'lax',
      secure: env().NEXTAUTH_URL?.startsWith('https://') ?? false,
      maxAge: 365 * 24 * 60 * 60,
    });
  },
});
