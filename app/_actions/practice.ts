'use server';

import { requireMembership } from '@/lib/auth';
import { practiceSubmitSchema, submitPractice } from '@/lib/classroom/practice';
import { defineAction } from '@/lib/web';

/** Marks an answer in practice and keeps it; the page then shows the marks. */
export const submitPracticeAction = defineAction({
  input: practiceSubmitSchema,
  authorise: ({ courseId }) => requireMembership(courseId, 'student'),
  act: (proof, input) => submitPractice(proof, input, new Date()),
});
