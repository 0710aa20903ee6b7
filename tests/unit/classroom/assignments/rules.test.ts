import { describe, expect, it } from 'vitest';
import { accessTo, networkAllowanceMs, type Situation } from '@/lib/classroom/assignments/rules';
import { boundsOf, lastDue } from '@/lib/classroom/assignments/terms';
import {
  closesAt,
  dueAt,
  extension,
  member,
  msAfter,
  opensAt,
  rights,
  situation,
  terms,
  verdicts,
} from './make';

const fresh = { submitted: 0, open: false };
const open = { submitted: 0, open: true };
const done = { submitted: 1, open: false };

type Row = [what: string, now: Date, attempts: Situation['attempts'], verdicts: string];

/** The verdicts on: see, start, save, submit, feedback, solutions. */
const told = (now: Date, more: Partial<Situation> = {}) =>
  rights.map((right) => verdicts(now, more)[right]).join(' ');

describe('what a student may do', () => {
  const rows: Row[] = [
    [
      '1 ms before it opens',
      msAfter(opensAt, -1),
      fresh,
      'not-open not-open not-open not-open not-open not-open',
    ],
    ['as it opens', opensAt, fresh, 'yes yes no-open-attempt no-open-attempt not-submitted not-submitted'],
    ['with an open attempt', opensAt, open, 'yes attempt-open yes yes not-submitted not-submitted'],
    ['with one attempt submitted', opensAt, done, 'yes yes no-open-attempt no-open-attempt yes after-due'],
    [
      'with all attempts submitted',
      opensAt,
      { submitted: 2, open: false },
      'yes attempts-used-up no-open-attempt no-open-attempt yes after-due',
    ],
    ['in the last attempt', opensAt, { submitted: 1, open: true }, 'yes attempt-open yes yes yes after-due'],
    ['at the millisecond of due', dueAt, done, 'yes yes no-open-attempt no-open-attempt yes after-due'],
    ['1 ms after due', msAfter(dueAt, 1), done, 'yes yes no-open-attempt no-open-attempt yes yes'],
    ['as it closes', closesAt, open, 'yes attempt-open yes yes not-submitted not-submitted'],
    [
      'as it closes, with none open',
      closesAt,
      fresh,
      'yes yes no-open-attempt no-open-attempt not-submitted not-submitted',
    ],
    ['1 ms after closing', msAfter(closesAt, 1), open, 'yes closed closed yes not-submitted not-submitted'],
    [
      'at the end of the allowance',
      msAfter(closesAt, networkAllowanceMs),
      open,
      'yes closed closed yes not-submitted not-submitted',
    ],
    [
      '1 ms after the allowance',
      msAfter(closesAt, networkAllowanceMs + 1),
      open,
      'yes closed closed closed not-submitted not-submitted',
    ],
    [
      'within the allowance, with none open',
      msAfter(closesAt, 1),
      done,
      'yes closed closed no-open-attempt yes yes',
    ],
  ];
  it.each(rows)('%s', (_, now, attempts, expected) => expect(told(now, { attempts })).toBe(expected));

  it('names the phase, and says when a submission passes by the allowance alone', () => {
    const at = (now: Date) => {
      const { phase, byAllowance } = accessTo(situation(now, { attempts: open }));
      return [phase, byAllowance];
    };
    expect(at(msAfter(opensAt, -1))).toEqual(['upcoming', false]);
    expect(at(opensAt)).toEqual(['open', false]);
    expect(at(dueAt)).toEqual(['open', false]);
    expect(at(msAfter(dueAt, 1))).toEqual(['late', false]);
    expect(at(closesAt)).toEqual(['late', false]);
    expect(at(msAfter(closesAt, 1))).toEqual(['closed', true]);
    expect(at(msAfter(closesAt, networkAllowanceMs + 1))).toEqual(['closed', false]);
  });

  it('says why with the dates and numbers of this person', () => {
    const access = accessTo(situation(msAfter(opensAt, -1)));
    expect(access.start).toEqual({ allowed: false, reason: { code: 'not-open', opensAt } });
    const used = accessTo(situation(opensAt, { attempts: { submitted: 2, open: false } }));
    expect(used.start).toEqual({ allowed: false, reason: { code: 'attempts-used-up', of: 2 } });
    expect(used.attempts).toEqual({ used: 2, left: 0 });
    const mine = extension({ userId: 'ada', closesAt: msAfter(closesAt, 1000) });
    const closed = accessTo(situation(msAfter(closesAt, 1001), { extensions: [mine] }));
    expect(closed.start).toEqual({
      allowed: false,
      reason: { code: 'closed', closedAt: msAfter(closesAt, 1000) },
    });
  });

  it('follows a date that moves, at once', () => {
    const now = msAfter(closesAt, 60_000);
    expect(verdicts(now).start).toBe('closed');
    expect(verdicts(now, { terms: terms({ closesAt: now }) }).start).toBe('yes');
    expect(verdicts(now, { terms: terms({ opensAt: msAfter(now, 1), closesAt: null }) }).see).toBe(
      'not-open',
    );
  });

  it('stays open where it never closes, is never late where nothing is due, and has no end of attempts', () => {
    const endless = terms({ dueAt: null, closesAt: null, attempts: null, solutions: 'never' });
    const access = accessTo(
      situation(new Date('2090-01-01T00:00:00Z'), {
        terms: endless,
        attempts: { submitted: 500, open: false },
      }),
    );
    expect(access.start).toEqual({ allowed: true });
    expect(access.late).toBeNull();
    expect(access.attempts).toEqual({ used: 500, left: null });
  });
});

describe('who', () => {
  it.each([
    ['no member', { member: null }, 'not-a-member'],
    ['a removed member', { member: member({ removed: true }) }, 'not-a-member'],
    ['a removed teacher', { member: member({ role: 'teacher', removed: true }) }, 'not-a-member'],
  ])('%s may do nothing', (_, who, code) => {
    expect(told(opensAt, { ...who, attempts: { submitted: 1, open: true } })).toBe(
      Array(6).fill(code).join(' '),
    );
  });

  it('another section may do nothing; who has none is in none', () => {
    const only = { terms: terms({ sectionIds: ['friday'] }) };
    const none = Array(6).fill('other-section').join(' ');
    expect(told(opensAt, only)).toBe(none);
    expect(told(opensAt, { ...only, member: member({ sectionId: null }) })).toBe(none);
    expect(verdicts(opensAt, { ...only, member: member({ sectionId: 'friday' }) }).start).toBe('yes');
  });

  it('who changed the section sees what was done, and goes on with nothing', () => {
    const only = terms({ sectionIds: ['friday'] });
    expect(told(opensAt, { terms: only, attempts: { submitted: 1, open: true } })).toBe(
      'yes other-section other-section other-section yes after-due',
    );
  });

  it('staff try it out when they like, in the limits of nothing', () => {
    for (const role of ['owner', 'teacher', 'assistant'] as const) {
      const who = { member: member({ role }), terms: terms({ sectionIds: ['friday'] }) };
      expect(told(msAfter(opensAt, -1), who)).toBe(
        'yes yes no-open-attempt no-open-attempt not-submitted not-submitted',
      );
      expect(told(msAfter(closesAt, 1e9), { ...who, attempts: { submitted: 9, open: true } })).toBe(
        'yes attempt-open yes yes yes yes',
      );
      expect(accessTo(situation(msAfter(closesAt, 1e9), who)).late).toBeNull();
    }
  });

  it('an archived course and an archived assignment take no more work, and show what was done', () => {
    const attempts = { submitted: 1, open: true };
    expect(told(opensAt, { courseArchived: true, attempts })).toBe(
      'yes course-archived course-archived course-archived yes after-due',
    );
    expect(told(opensAt, { terms: terms({ archived: true }), attempts })).toBe(
      'yes assignment-archived assignment-archived assignment-archived yes after-due',
    );
    expect(verdicts(opensAt, { courseArchived: true, member: member({ role: 'owner' }) }).start).toBe(
      'course-archived',
    );
  });
});

describe('an extension', () => {
  const dayMs = 86_400_000;
  const ada = member();

  it('holds for its person and for its section, and for nobody else', () => {
    const later = msAfter(dueAt, dayMs);
    const due = (one: Parameters<typeof extension>[0]) =>
      boundsOf(terms(), [extension({ dueAt: later, ...one })], ada).dueAt;
    expect(due({ userId: 'ada' })).toEqual(later);
    expect(due({ sectionId: 'monday' })).toEqual(later);
    expect(due({ userId: 'bela' })).toEqual(dueAt);
    expect(due({ sectionId: 'friday' })).toEqual(dueAt);
    // No section is no section in common.
    const nowhere = member({ sectionId: null });
    expect(boundsOf(terms(), [extension({ userId: 'bela', dueAt: later })], nowhere).dueAt).toEqual(dueAt);
  });

  it('of several the most generous counts, in each thing; none makes anything tighter', () => {
    const several = [
      extension({ userId: 'ada', dueAt: msAfter(dueAt, dayMs), moreAttempts: 1 }),
      extension({ sectionId: 'monday', closesAt: msAfter(closesAt, dayMs), moreAttempts: 2 }),
      extension({ userId: 'ada', dueAt: msAfter(dueAt, -dayMs), closesAt: msAfter(closesAt, -dayMs) }),
    ];
    expect(boundsOf(terms(), several, ada)).toEqual({
      opensAt,
      dueAt: msAfter(dueAt, dayMs),
      closesAt: msAfter(closesAt, dayMs),
      attempts: 4,
    });
  });

  it('of due beyond closing keeps it open until then', () => {
    const beyond = msAfter(closesAt, dayMs);
    const extensions = [extension({ userId: 'ada', dueAt: beyond })];
    expect(boundsOf(terms(), extensions, ada).closesAt).toEqual(beyond);
    expect(verdicts(beyond, { extensions }).start).toBe('yes');
    expect(verdicts(msAfter(beyond, 1), { extensions }).start).toBe('closed');
    expect(accessTo(situation(beyond, { extensions })).late).toBeNull();
    expect(verdicts(beyond, { extensions, member: member({ userId: 'bela' }) }).start).toBe('closed');
  });

  it('changes nothing where there is nothing to be late for', () => {
    const endless = terms({ dueAt: null, closesAt: null, attempts: null, solutions: 'never' });
    const given = [extension({ userId: 'ada', dueAt, closesAt, moreAttempts: 1 })];
    expect(boundsOf(endless, given, ada)).toEqual({ opensAt, dueAt: null, closesAt: null, attempts: null });
    expect(lastDue(endless, given)).toBeNull();
  });

  it("of one person keeps everybody's solutions back until that person is due", () => {
    const later = msAfter(dueAt, dayMs);
    const extensions = [extension({ userId: 'bela', dueAt: later })];
    expect(verdicts(later, { extensions, attempts: done }).solutions).toBe('after-due');
    expect(verdicts(msAfter(later, 1), { extensions, attempts: done }).solutions).toBe('yes');
  });
});

describe('feedback and solutions', () => {
  const showing = (
    feedback: 'atOnce' | 'afterDue' | 'never',
    solutions: 'atOnce' | 'afterDue' | 'never',
    now: Date,
  ) => {
    const told = verdicts(now, { terms: terms({ feedback, solutions }), attempts: done });
    return `${told.feedback} ${told.solutions}`;
  };
  it.each([
    ['atOnce', 'atOnce', 'yes yes', 'yes yes'],
    ['atOnce', 'afterDue', 'yes after-due', 'yes yes'],
    ['atOnce', 'never', 'yes never', 'yes never'],
    ['afterDue', 'afterDue', 'after-due after-due', 'yes yes'],
    ['afterDue', 'never', 'after-due never', 'yes never'],
    ['never', 'never', 'never never', 'never never'],
    // Not offered by the form; the rule never shows solutions without marks all the same.
    ['afterDue', 'atOnce', 'after-due after-due', 'yes yes'],
    ['never', 'atOnce', 'never never', 'never never'],
  ] as const)('%s and %s: %s at due, %s after', (feedback, solutions, before, later) => {
    expect(showing(feedback, solutions, dueAt)).toBe(before);
    expect(showing(feedback, solutions, msAfter(dueAt, 1))).toBe(later);
  });
});
