/** What a course adds up to for the student themselves. Pure. */
import type { DueAssignment } from '../assignments/schema';
import { type Mark, type Total, totalOf } from './rules';

/**
 * The total of the gradebook as its student may know it: what is submitted and does not show yet is left out, as what
 * is not due yet is. Null where nothing counts yet.
 */
export function ownTotal(assignments: readonly DueAssignment[]): Total | null {
  return totalOf(assignments.map(markOf));
}

function markOf({
  access: { phase },
  counting,
  score,
  submitted,
}: DueAssignment): Pick<Mark, 'state' | 'points' | 'possible'> {
  if (counting === null) return { state: 'excused', points: null, possible: 0 };
  if (score !== null) return { state: 'scored', points: score.points, possible: counting };
  const past = phase === 'late' || phase === 'closed';
  return { state: submitted === 0 && past ? 'missing' : 'waiting', points: null, possible: counting };
}
