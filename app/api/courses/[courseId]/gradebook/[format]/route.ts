import { requireMembership } from '@/lib/auth';
import { exportBook, exportInputSchema } from '@/lib/classroom/gradebook';
import { defineDownload } from '@/lib/web';

export const dynamic = 'force-dynamic';

/** The gradebook as a CSV file: for Canvas, for Moodle, or every mark on a line of its own. */
export const GET = defineDownload({
  input: exportInputSchema,
  authorise: ({ courseId }) => requireMembership(courseId, 'teacher'),
  act: exportBook,
});
