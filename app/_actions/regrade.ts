'use server';

import { requireMembership } from '@/lib/auth';
import {
  applyRegrade,
  applyRegradeInputSchema,
  previewRegrade,
  regradeInputSchema,
} from '@/lib/classroom/regrade';
import { defineAction } from '@/lib/web';

export const previewRegradeAction = defineAction({
  input: regradeInputSchema,
  authorise: ({ courseId }) => requireMembership(courseId, 'teacher'),
  act: previewRegrade,
});

export const applyRegradeAction = defineAction({
  input: applyRegradeInputSchema,
  authorise: ({ courseId }) => requireMembership(courseId, 'teacher'),
  act: applyRegrade,
});
