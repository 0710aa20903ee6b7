import { accessTo, type Situation } from '@/lib/classroom/assignments/rules';
import type { Extension, Member, Terms } from '@/lib/classroom/assignments/terms';

export const opensAt = new Date('2026-10-19T06:00:00.000Z');
export const dueAt = new Date('2026-10-24T21:59:00.000Z');
export const closesAt = new Date('2026-10-28T22:59:00.000Z');

/** So many milliseconds after. */
export const msAfter = (date: Date, ms: number): Date => new Date(date.getTime() + ms);

export const terms = (more: Partial<Terms> = {}): Terms => ({
  opensAt,
  dueAt,
  closesAt,
  attempts: 2,
  counting: 'best',
  late: { percentPerDay: 10, graceMinutes: 0, floorPercent: 0 },
  feedback: 'atOnce',
  solutions: 'afterDue',
  sectionIds: [],
  archived: false,
  ...more,
});

export const member = (more: Partial<Member> = {}): Member => ({
  userId: 'ada',
  role: 'student',
  sectionId: 'monday',
  removed: false,
  ...more,
});

export const extension = (more: Partial<Extension> = {}): Extension => ({
  userId: null,
  sectionId: null,
  dueAt: null,
  closesAt: null,
  moreAttempts: 0,
  ...more,
});

export const situation = (now: Date, more: Partial<Situation> = {}): Situation => ({
  terms: terms(),
  extensions: [],
  member: member(),
  attempts: { submitted: 0, open: false },
  courseArchived: false,
  timeZone: 'Europe/Berlin',
  now,
  ...more,
});

export const rights = ['see', 'start', 'save', 'submit', 'feedback', 'solutions'] as const;

/** The access as a row of a table: each right with 'yes' or the code of the reason against it. */
export function verdicts(now: Date, more: Partial<Situation> = {}): Record<(typeof rights)[number], string> {
  const access = accessTo(situation(now, more));
  const told = (right: (typeof rights)[number]) => {
    const verdict = access[right];
    return verdict.allowed ? 'yes' : verdict.reason.code;
  };
  return {
    see: told('see'),
    start: told('start'),
    save: told('save'),
    submit: told('submit'),
    feedback: told('feedback'),
    solutions: told('solutions'),
  };
}
