import { requireMembership } from '@/lib/auth';
import { exportExercises, exportExercisesInputSchema } from '@/lib/classroom/authoring';
import { defineDownload } from '@/lib/web';

export const dynamic = 'force-dynamic';

/** One published exercise of a course as a ZIP archive of its folder. */
export const GET = defineDownload({
  input: exportExercisesInputSchema,
  authorise: ({ courseId }) => requireMembership(courseId, 'teacher'),
  act: exportExercises,
});
