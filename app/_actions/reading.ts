'use server';

import { requireMembership } from '@/lib/auth';
import { readingInputSchema, saveReading } from '@/lib/classroom/reading';
import { defineAction } from '@/lib/web';

/** Remembers the mode and the step that somebody reads. */
export const saveReadingAction = defineAction({
  input: readingInputSchema,
  authorise: ({ courseId }) => requireMembership(courseId, 'student'),
  act: (proof, input) => saveReading(proof, input, new Date()),
});
