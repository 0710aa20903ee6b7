'use server';

import { requireMembership } from '@/lib/auth';
import {
  copyExercise,
  copyExerciseInputSchema,
  discardDraft,
  discardDraftInputSchema,
  importExercises,
  importExercisesInputSchema,
  makeTableQuestion,
  misconceptionsOfDraft,
  offerExercise,
  offerExerciseInputSchema,
  previewExercise,
  previewImport,
  previewImportInputSchema,
  previewInputSchema,
  publishDraft,
  publishDraftInputSchema,
  retireExercise,
  retireExerciseInputSchema,
  saveDraft,
  saveDraftInputSchema,
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

export const saveExerciseDraftAction = defineAction({
  input: saveDraftInputSchema,
  authorise: ({ courseId }) => requireMembership(courseId, 'teacher'),
  act: saveDraft,
});

export const discardExerciseDraftAction = defineAction({
  input: discardDraftInputSchema,
  authorise: ({ courseId }) => requireMembership(courseId, 'teacher'),
  act: discardDraft,
});

export const publishExerciseAction = defineAction({
  input: publishDraftInputSchema,
  authorise: ({ courseId }) => requireMembership(courseId, 'teacher'),
  act: publishDraft,
});

export const copyExerciseAction = defineAction({
  input: copyExerciseInputSchema,
  authorise: ({ courseId }) => requireMembership(courseId, 'teacher'),
  act: copyExercise,
});

export const retireExerciseAction = defineAction({
  input: retireExerciseInputSchema,
  authorise: ({ courseId }) => requireMembership(courseId, 'teacher'),
  act: retireExercise,
});

export const offerExerciseAction = defineAction({
  input: offerExerciseInputSchema,
  authorise: ({ courseId }) => requireMembership(courseId, 'teacher'),
  act: offerExercise,
});

export const previewImportAction = defineAction({
  input: previewImportInputSchema,
  authorise: ({ courseId }) => requireMembership(courseId, 'teacher'),
  act: previewImport,
});

export const importExercisesAction = defineAction({
  input: importExercisesInputSchema,
  authorise: ({ courseId }) => requireMembership(courseId, 'teacher'),
  act: importExercises,
});
