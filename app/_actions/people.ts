'use server';

import { requireMembership } from '@/lib/auth';
import {
  changeRole,
  changeRoleSchema,
  leaveCourse,
  leaveCourseSchema,
  movePeople,
  movePeopleSchema,
  putBack,
  putBackSchema,
  removePerson,
  removePersonSchema,
  removeSeat,
  removeSeatSchema,
  transferCourse,
  transferCourseSchema,
} from '@/lib/classroom/people';
import { defineAction } from '@/lib/web';

export const changeRoleAction = defineAction({
  input: changeRoleSchema,
  authorise: ({ courseId }) => requireMembership(courseId, 'teacher'),
  act: changeRole,
});

export const movePeopleAction = defineAction({
  input: movePeopleSchema,
  authorise: ({ courseId }) => requireMembership(courseId, 'teacher'),
  act: movePeople,
});

export const removePersonAction = defineAction({
  input: removePersonSchema,
  authorise: ({ courseId }) => requireMembership(courseId, 'teacher'),
  act: removePerson,
});

export const putBackAction = defineAction({
  input: putBackSchema,
  authorise: ({ courseId }) => requireMembership(courseId, 'teacher'),
  act: putBack,
});

export const removeSeatAction = defineAction({
  input: removeSeatSchema,
  authorise: ({ courseId }) => requireMembership(courseId, 'teacher'),
  act: removeSeat,
});

export const transferCourseAction = defineAction({
  input: transferCourseSchema,
  authorise: ({ courseId }) => requireMembership(courseId, 'owner'),
  act: transferCourse,
});

export const leaveCourseAction = defineAction({
  input: leaveCourseSchema,
  authorise: ({ courseId }) => requireMembership(courseId, 'student'),
  act: leaveCourse,
});
