/**
 * The one rule on assignments: what a person may do now, and why not. Pure, and asked anew each time: nothing that it
 * answers is stored, so a date that moves is in force at once.
 */
import { type Lateness, latenessAt } from './late';
import {
  type Bounds,
  boundsOf,
  type Extension,
  lastDue,
  type Member,
  type Showing,
  type Terms,
} from './terms';

/** A submission that was sent before closing may arrive so much later. */
export const networkAllowanceMs = 30_000;

/** Why not, with what is needed to say it in words. */
export type Reason =
  | { readonly code: 'not-a-member' }
  | { readonly code: 'other-section' }
  | { readonly code: 'course-archived' }
  | { readonly code: 'assignment-archived' }
  | { readonly code: 'not-open'; readonly opensAt: Date }
  | { readonly code: 'closed'; readonly closedAt: Date }
  | { readonly code: 'attempts-used-up'; readonly of: number }
  | { readonly code: 'attempt-open' }
  | { readonly code: 'no-open-attempt' }
  | { readonly code: 'not-submitted' }
  | { readonly code: 'after-due'; readonly at: Date }
  | { readonly code: 'never' };

export type Verdict = { readonly allowed: true } | { readonly allowed: false; readonly reason: Reason };

export interface Situation {
  readonly terms: Terms;
  /** All that stand, of everybody. */
  readonly extensions: readonly Extension[];
  /** Null: no member. */
  readonly member: Member | null;
  readonly attempts: { readonly submitted: number; readonly open: boolean };
  readonly courseArchived: boolean;
  readonly timeZone: string;
  readonly now: Date;
}

/** Where the assignment is for this person. */
export type Phase = 'upcoming' | 'open' | 'late' | 'closed';

export interface Access {
  /** The page with its items. */
  readonly see: Verdict;
  /** To open a new attempt. */
  readonly start: Verdict;
  /** To keep a draft of the open attempt. */
  readonly save: Verdict;
  readonly submit: Verdict;
  /** Marks: points, and what is right and wrong. */
  readonly feedback: Verdict;
  /** The right answers, with reasons. */
  readonly solutions: Verdict;
  readonly phase: Phase;
  /** What would be taken off now; null where it is in time. */
  readonly late: Lateness | null;
  readonly bounds: Bounds;
  /** Attempts begun; left is null where they are not limited. */
  readonly attempts: { readonly used: number; readonly left: number | null };
  /** It has closed, and a submission still passes by the allowance for the network. */
  readonly byAllowance: boolean;
}

const yes: Verdict = { allowed: true };
const no = (reason: Reason): Verdict => ({ allowed: false, reason });
/** The first reason against it, or yes. */
const unless = (...reasons: readonly (Reason | false | null)[]): Verdict => {
  const reason = reasons.find((one) => one !== false && one !== null);
  return reason ? no(reason) : yes;
};

/**
 * What a person may do at this instant. Every date belongs to what it ends: the very millisecond of closing is open,
 * that of due is in time, and it opens at the very millisecond of opening. Staff try the work out when they like.
 */
export function accessTo(situation: Situation): Access {
  const { terms, extensions, member, attempts, now } = situation;
  if (member === null || member.removed) return refusedAccess(situation, { code: 'not-a-member' });
  const bounds = boundsOf(terms, extensions, member);
  const used = attempts.submitted + (attempts.open ? 1 : 0);
  const left = bounds.attempts === null ? null : Math.max(0, bounds.attempts - used);
  const phase = phaseAt(now, bounds);
  const common = { bounds, attempts: { used, left }, phase };
  const frozen: Reason | false =
    (situation.courseArchived && { code: 'course-archived' }) ||
    (terms.archived && { code: 'assignment-archived' });
  const notSubmitted: Reason | false = attempts.submitted === 0 && { code: 'not-submitted' };
  const noneOpen: Reason | false = !attempts.open && { code: 'no-open-attempt' };
  if (member.role !== 'student') {
    return {
      ...common,
      attempts: { used, left: null },
      see: yes,
      start: unless(frozen, attempts.open && { code: 'attempt-open' }),
      save: unless(frozen, noneOpen),
      submit: unless(frozen, noneOpen),
      feedback: unless(notSubmitted),
      solutions: unless(notSubmitted),
      late: null,
      byAllowance: false,
    };
  }
  const elsewhere: Reason | false = !isFor(terms, member) && { code: 'other-section' };
  const notOpen: Reason | false = phase === 'upcoming' && { code: 'not-open', opensAt: bounds.opensAt };
  const closed = closedAt(now, bounds, 0);
  const barred = [elsewhere, frozen, notOpen] as const;
  const mayOpen = left === 0 && { code: 'attempts-used-up' as const, of: bounds.attempts ?? 0 };
  // Work that was done stays in sight, also for who has changed the section since.
  const unseen = [used === 0 && elsewhere, notOpen] as const;
  const submit = unless(...barred, closedAt(now, bounds, networkAllowanceMs), noneOpen);
  return {
    ...common,
    see: unless(...unseen),
    start: unless(...barred, closed, attempts.open && { code: 'attempt-open' }, mayOpen),
    save: unless(...barred, closed, noneOpen),
    submit,
    feedback: unless(...unseen, notSubmitted, hidden(terms.feedback, bounds.dueAt, now)),
    solutions: unless(
      ...unseen,
      notSubmitted,
      hidden(terms.solutions, lastDue(terms, extensions), now),
      // Never before one's own marks.
      hidden(terms.feedback, bounds.dueAt, now),
    ),
    late: latenessAt(now, bounds.dueAt, terms.late, situation.timeZone),
    byAllowance: submit.allowed && closed !== null,
  };
}

/** Whether the assignment is for the section of this member. */
export function isFor({ sectionIds }: Pick<Terms, 'sectionIds'>, { sectionId }: Member): boolean {
  return sectionIds.length === 0 || (sectionId !== null && sectionIds.includes(sectionId));
}

function refusedAccess({ terms, now }: Situation, reason: Reason): Access {
  const { opensAt, dueAt, closesAt, attempts } = terms;
  const bounds = { opensAt, dueAt, closesAt, attempts };
  const refused = no(reason);
  return {
    see: refused,
    start: refused,
    save: refused,
    submit: refused,
    feedback: refused,
    solutions: refused,
    phase: phaseAt(now, bounds),
    late: null,
    bounds,
    attempts: { used: 0, left: 0 },
    byAllowance: false,
  };
}

function phaseAt(now: Date, { opensAt, dueAt, closesAt }: Bounds): Phase {
  if (now < opensAt) return 'upcoming';
  if (closesAt !== null && now > closesAt) return 'closed';
  return dueAt !== null && now > dueAt ? 'late' : 'open';
}

function closedAt(now: Date, { closesAt }: Bounds, allowance: number): Reason | null {
  if (closesAt === null || now.getTime() <= closesAt.getTime() + allowance) return null;
  return { code: 'closed', closedAt: closesAt };
}

function hidden(showing: Showing, at: Date | null, now: Date): Reason | null {
  if (showing === 'atOnce') return null;
  if (showing === 'never' || at === null) return { code: 'never' };
  return now > at ? null : { code: 'after-due', at };
}
