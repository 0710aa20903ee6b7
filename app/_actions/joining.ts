'use server';

import { headers } from 'next/headers';
import { requireMembership, requireUser } from '@/lib/auth';
import {
  joinCourse,
  joinSchema,
  makeInvitation,
  makeInvitationSchema,
  revokeInvitation,
  revokeInvitationSchema,
  takeSeat,
  takeSeatSchema,
} from '@/lib/classroom/invitations';
import { addressOf, defineAction } from '@/lib/web';

export const joinCourseAction = defineAction({
  input: joinSchema,
  authorise: requireUser,
  act: async (viewer, input) => joinCourse(viewer, input, addressOf(await headers())),
});

export const takeSeatAction = defineAction({
  input: takeSeatSchema,
  authorise: requireUser,
  act: takeSeat,
});

export const makeInvitationAction = defineAction({
  input: makeInvitationSchema,
  authorise: ({ courseId }) => requireMembership(courseId, 'teacher'),
  act: makeInvitation,
});

export const revokeInvitationAction = defineAction({
  input: revokeInvitationSchema,
  authorise: ({ courseId }) => requireMembership(courseId, 'teacher'),
  act: revokeInvitation,
});
