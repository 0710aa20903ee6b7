/** How late something is, and what is taken off for it. Pure. */
import type { LatePolicy } from './terms';
import { addDays } from './zones';

export interface Lateness {
  /** Calendar days that were begun since due, in the course's time zone. */
  readonly days: number;
  /** What is taken off, in percent of what was earned. */
  readonly percent: number;
}

const minute = 60_000;
const day = 86_400_000;

/**
 * How late an instant is; null where it is not. The very millisecond of due is in time, and so is that of the end of
 * the grace. The first day lasts from due until the same local time of the next day, whatever the clocks do.
 */
export function latenessAt(at: Date, dueAt: Date | null, policy: LatePolicy, zone: string): Lateness | null {
  if (dueAt === null || at.getTime() <= dueAt.getTime() + policy.graceMinutes * minute) return null;
  // A calendar day has 23 hours at least: begin below, and count up.
  let days = Math.max(1, Math.floor((at.getTime() - dueAt.getTime()) / day) - 1);
  while (at.getTime() > endOf(dueAt, days, zone)) days += 1;
  return { days, percent: Math.min(100 - policy.floorPercent, 100, days * policy.percentPerDay) };
}

/** Ends of late days by due and zone: a class shares them, and reading the clocks of a zone is slow. */
const ends = new Map<string, number>();
const mostEnds = 10_000;

function endOf(dueAt: Date, days: number, zone: string): number {
  const key = `${dueAt.getTime()} ${days} ${zone}`;
  const known = ends.get(key);
  if (known !== undefined) return known;
  if (ends.size >= mostEnds) ends.clear();
  const end = addDays(dueAt, days, zone).getTime();
  ends.set(key, end);
  return end;
}
