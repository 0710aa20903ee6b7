/** What an assignment demands and grants, and what of it an extension moves for one person. Pure. */
import { may, type Role } from '@/lib/auth/policy';

export const countings = ['best', 'last', 'average'] as const;
export type Counting = (typeof countings)[number];

/** From the earliest to the latest. */
export const showings = ['atOnce', 'afterDue', 'never'] as const;
export type Showing = (typeof showings)[number];

/** What is taken off for being late. Days are calendar days of the course's time zone, counted from due. */
export interface LatePolicy {
  readonly percentPerDay: number;
  /** So long after due nothing is taken off. */
  readonly graceMinutes: number;
  /** What of the marks stays at least, in percent. */
  readonly floorPercent: number;
}

export interface Terms {
  readonly opensAt: Date;
  /** Null: nothing is ever late. */
  readonly dueAt: Date | null;
  /** Null: it stays open. */
  readonly closesAt: Date | null;
  /** Null: as many as one likes. */
  readonly attempts: number | null;
  readonly counting: Counting;
  readonly late: LatePolicy;
  readonly feedback: Showing;
  readonly solutions: Showing;
  /** None: for the whole course. */
  readonly sectionIds: readonly string[];
  readonly archived: boolean;
}

/** An extension that stands: for one person or for one section. */
export interface Extension {
  readonly userId: string | null;
  readonly sectionId: string | null;
  readonly dueAt: Date | null;
  readonly closesAt: Date | null;
  readonly moreAttempts: number;
}

/** A member of the course; their section is that of now. */
export interface Member {
  readonly userId: string;
  readonly role: Role;
  readonly sectionId: string | null;
  readonly removed: boolean;
}

/** The dates and the attempts that bind one person. */
export interface Bounds {
  readonly opensAt: Date;
  readonly dueAt: Date | null;
  readonly closesAt: Date | null;
  readonly attempts: number | null;
}

const latest = (dates: readonly (Date | null)[]): Date | null =>
  dates.reduce((last, date) => (last === null || (date !== null && date > last) ? date : last), null);

const applies = ({ userId, sectionId }: Extension, member: Member): boolean =>
  userId === member.userId || (sectionId !== null && sectionId === member.sectionId);

/**
 * What binds this member. Of several extensions the most generous counts, in each of due, closes and attempts; none
 * ever makes a bound tighter, and what does not bind at all stays so. Who may be later than closing keeps it open.
 */
export function boundsOf(terms: Terms, extensions: readonly Extension[], member: Member): Bounds {
  const own = extensions.filter((one) => applies(one, member));
  const dueAt = terms.dueAt && latest([terms.dueAt, ...own.map((one) => one.dueAt)]);
  return {
    opensAt: terms.opensAt,
    dueAt,
    closesAt: terms.closesAt && latest([terms.closesAt, dueAt, ...own.map((one) => one.closesAt)]),
    attempts: terms.attempts && terms.attempts + Math.max(0, ...own.map((one) => one.moreAttempts)),
  };
}

/** When the last person of all is due: solutions that wait for due wait for this. */
export function lastDue(terms: Terms, extensions: readonly Extension[]): Date | null {
  return terms.dueAt && latest([terms.dueAt, ...extensions.map((one) => one.dueAt)]);
}

/** Who sets work and grants extensions. Assistants see the class, and change nothing. */
export const maySetWork = (role: Role): boolean => may(role, 'set-work');
