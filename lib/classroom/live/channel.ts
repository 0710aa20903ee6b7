import { z } from 'zod';

/** The channel of PostgreSQL on which the processes tell each other that a class has moved. */
export const channel = 'lastref_class';

/** What is said there names a course and a quiz, and nothing of what was answered. */
export interface Change {
  readonly courseId: string;
  readonly quizId: string;
}

export const payloadOf = ({ courseId, quizId }: Change): string => `${courseId} ${quizId}`;

/** The change that was said; null for what is none. */
export function changeOf(payload: string): Change | null {
  const [courseId, quizId, ...more] = payload.split(' ');
  const known = z.object({ courseId: z.uuid(), quizId: z.uuid() }).safeParse({ courseId, quizId });
  return known.success && more.length === 0 ? known.data : null;
}
