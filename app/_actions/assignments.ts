'use server';

import { requireMembership } from '@/lib/auth';
import {
  archiveAssignment,
  archiveAssignmentSchema,
  changeAssignment,
  changeAssignmentSchema,
  extendAssignment,
  extendSchema,
  liftExtension,
  liftExtensionSchema,
  makeAssignment,
  makeAssignmentSchema,
} from '@/lib/classroom/assignments';
import { defineAction } from '@/lib/web';

export const makeAssignmentAction = defineAction({
  input: makeAssignmentSchema,
  authorise: ({ courseId }) => requireMembership(courseId, 'teacher'),
  act: makeAssignment,
});

export const changeAssignmentAction = defineAction({
  input: changeAssignmentSchema,
  authorise: ({ courseId }) => requireMembership(courseId, 'teacher'),
  act: changeAssignment,
});

export const archiveAssignmentAction = defineAction({
  input: archiveAssignmentSchema,
  authorise: ({ courseId }) => requireMembership(courseId, 'teacher'),
  act: archiveAssignment,
});

export const extendAction = defineAction({
  input: extendSchema,
  authorise: ({ courseId }) => requireMembership(courseId, 'teacher'),
  act: extendAssignment,
});

export const liftExtensionAction = defineAction({
  input: liftExtensionSchema,
  authorise: ({ courseId }) => requireMembership(courseId, 'teacher'),
  act: liftExtension,
});
