'use server';

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
import { defineAction } from '@/lib/web';

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
