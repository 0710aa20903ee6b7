'use server';

import { requireMembership } from '@/lib/auth';
import { retireQuiz, retireQuizInputSchema, saveQuiz, saveQuizInputSchema } from '@/lib/classroom/quizzes';
import { defineAction } from '@/lib/web';

export const saveQuizAction = defineAction({
  input: saveQuizInputSchema,
  authorise: ({ courseId }) => requireMembership(courseId, 'teacher'),
  act: saveQuiz,
});

export const retireQuizAction = defineAction({
  input: retireQuizInputSchema,
  authorise: ({ courseId }) => requireMembership(courseId, 'teacher'),
  act: retireQuiz,
});
