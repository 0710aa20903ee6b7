'use server';

import { requireMembership } from '@/lib/auth';
import { excuse, excuseSchema } from '@/lib/classroom/assignments';
import { overrideInputSchema, overrideMarks } from '@/lib/classroom/marks';
import { defineAction } from '@/lib/web';

export const overrideAction = defineAction({
  input: overrideInputSchema,
  authorise: ({ courseId }) => requireMembership(courseId, 'teacher'),
  act: overrideMarks,
});

export const excuseAction = defineAction({
  input: excuseSchema,
  authorise: ({ courseId }) => requireMembership(courseId, 'teacher'),
  act: excuse,
});
