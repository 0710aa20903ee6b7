/** In which order assignments are listed. Pure. */
import type { DueAssignment } from './schema';

const ranks = { open: 0, late: 0, upcoming: 1, closed: 2 } as const;

/** What can be done first, the next due on top; then what opens later; then what is over, the last on top. */
export function byDue(a: DueAssignment, b: DueAssignment): number {
  const rank = ranks[a.access.phase] - ranks[b.access.phase];
  if (rank !== 0) return rank;
  const [x, y] = [timeOf(a), timeOf(b)];
  // Two that are never due are equal: their difference is no number.
  const difference = x === y ? 0 : x - y;
  const inTime = a.access.phase === 'closed' ? -difference : difference;
  return inTime || a.title.localeCompare(b.title, 'en');
}

function timeOf({ access: { phase, bounds } }: DueAssignment): number {
  if (phase === 'upcoming') return bounds.opensAt.getTime();
  return (bounds.dueAt ?? bounds.closesAt)?.getTime() ?? Number.POSITIVE_INFINITY;
}
