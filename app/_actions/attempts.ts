'use server';

import { requireMembership } from '@/lib/auth';
import {
  denialInputSchema,
  denyDiagnosis,
  draftInputSchema,
  saveDraft,
  startInputSchema,
  startOrContinueAttempt,
  submitAttempt,
  submitInputSchema,
} from '@/lib/classroom/attempts';
import { defineAction } from '@/lib/web';

/** Opens an attempt; the page then shows it. Answers no question: only that there is one now. */
export const startAction = defineAction({
  input: startInputSchema,
  authorise: ({ courseId }) => requireMembership(courseId, 'student'),
  act: async (proof, input) => {
    const { number } = await startOrContinueAttempt(proof, input);
    return { number };
  },
});

export const saveDraftAction = defineAction({
  input: draftInputSchema,
  authorise: ({ courseId }) => requireMembership(courseId, 'student'),
  act: saveDraft,
});

export const submitAction = defineAction({
  input: submitInputSchema,
  authorise: ({ courseId }) => requireMembership(courseId, 'student'),
  act: submitAttempt,
});

export const denyDiagnosisAction = defineAction({
  input: denialInputSchema,
  authorise: ({ courseId }) => requireMembership(courseId, 'student'),
  act: denyDiagnosis,
});
