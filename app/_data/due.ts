import 'server-only';
import type { CourseProof } from '@/lib/auth';
import { databaseNow, listDue } from '@/lib/classroom/assignments';
import type { DueAssignment } from '@/lib/classroom/assignments/schema';

/** Something that a teacher assigned and that can still be handed in. */
export interface DueItem {
  readonly title: string;
  readonly address: string;
  /** Null where it is never due. */
  readonly due: { readonly at: Date; readonly timeZone: string } | null;
  /** The part of the points that counts so far, from 0 to 1; null where nothing is submitted, or where it does not show. */
  readonly best: number | null;
  readonly submitted: number;
  readonly open: boolean;
}

/**
 * What is due for a person, the nearest first: what can still be done, or was begun and not submitted. What they are
 * excused from is due no more.
 */
export async function dueItems(proof: CourseProof<'student'>): Promise<DueItem[]> {
  const assignments = await listDue(proof, await databaseNow());
  return assignments.filter(canBeDone).map((one) => {
    const { courseId, assignmentId, title, access, timeZone, score, submitted, open } = one;
    const { dueAt } = access.bounds;
    return {
      title,
      address: `/assignments/${courseId}/${assignmentId}`,
      due: dueAt && { at: dueAt, timeZone },
      best: score && score.possible > 0 ? score.points / score.possible : null,
      submitted,
      open,
    };
  });
}

const canBeDone = ({ access: { phase, start, save }, excuses }: DueAssignment): boolean =>
  excuses.whole === null && (phase === 'open' || phase === 'late') && (start.allowed || save.allowed);
