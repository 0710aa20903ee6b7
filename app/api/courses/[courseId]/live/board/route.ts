import { requireMembership } from '@/lib/auth';
import { boardInputSchema, liveBoard } from '@/lib/classroom/live';
import { defineRoute } from '@/lib/web';

export const dynamic = 'force-dynamic';

/** The class at work on one quiz, for those who teach it. */
export const GET = defineRoute({
  input: boardInputSchema,
  authorise: ({ courseId }) => requireMembership(courseId, 'teacher'),
  act: liveBoard,
});
