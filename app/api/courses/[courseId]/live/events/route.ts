import { requireMembership } from '@/lib/auth';
import { onChange, streamInputSchema } from '@/lib/classroom/live';
import { defineStream } from '@/lib/web';

export const dynamic = 'force-dynamic';

/** Says "moved" whenever somebody in the course begins or submits an attempt, at whichever process. */
export const GET = defineStream({
  input: streamInputSchema,
  authorise: ({ courseId }) => requireMembership(courseId, 'teacher'),
  open: (_proof, { courseId }, send) => onChange(courseId, () => send('moved')),
});
