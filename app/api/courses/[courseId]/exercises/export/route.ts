import { requireMembership } from '@/lib/auth';
import { exportExercises, exportExercisesInputSchema } from '@/lib/classroom/authoring';
import { defineDownload } from '@/lib/web';

export const dynamic = 'force-dynamic';

/** All exercises of a course that are published and offered, as a ZIP archive of their folders. */
export const GET = defineDownload({
  input: exportExercisesInputSchema,
  authorise: ({ courseId }) => requireMembership(courseId, 'teacher'),
  act: exportExercises,
});
