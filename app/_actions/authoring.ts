'use server';

import { requireMembership } from '@/lib/auth';
import {
  makeTableQuestion,
  misconceptionsOfDraft,
  previewExercise,
  previewInputSchema,
  tableQuestionInputSchema,
} from '@/lib/classroom/authoring';
import { defineAction } from '@/lib/web';

export const previewExerciseAction = defineAction({
  input: previewInputSchema,
  authorise: ({ courseId }) => requireMembership(courseId, 'teacher'),
  act: previewExercise,
});

export const misconceptionsOfDraftAction = defineAction({
  input: previewInputSchema,
  authorise: ({ courseId }) => requireMembership(courseId, 'teacher'),
  act: misconceptionsOfDraft,
});

export const makeTableQuestionAction = defineAction({
  input: tableQuestionInputSchema,
  authorise: ({ courseId }) => requireMembership(courseId, 'teacher'),
  act: makeTableQuestion,
});
