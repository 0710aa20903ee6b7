import { describe, expect, it } from 'vitest';
import type { RosterRow } from '@/lib/classroom/roster/read-roster';
import { type KnownCourse, type KnownMember, type KnownSeat, planRoster } from '@/lib/classroom/roster/rules';

const member = (more: Partial<KnownMember> = {}): KnownMember => ({
  userId: 'u-ada',
  name: 'Ada',
  email: 'ada@x.example',
  studentNumber: '1',
  section: null,
  role: 'student',
  state: 'in',
  ...more,
});
const seat = (more: Partial<KnownSeat> = {}): KnownSeat => ({
  seatId: 's-bela',
  name: 'Bela',
  email: 'bela@x.example',
  studentNumber: '2',
  section: null,
  ...more,
});
const course = (more: Partial<KnownCourse> = {}): KnownCourse => ({
  members: [member()],
  seats: [seat()],
  sections: ['Monday'],
  ...more,
});
const row = (more: Partial<RosterRow> = {}): RosterRow => ({
  line: 2,
  name: 'Ada',
  email: 'ada@x.example',
  section: null,
  studentNumber: null,
  ...more,
});
const plan = (known: KnownCourse, ...rows: RosterRow[]) => planRoster(rows, [], known).rows;

describe('a row of a roster', () => {
  it.each([
    ['by address', row(), { userId: 'u-ada' }],
    ['by number', row({ email: null, studentNumber: '1' }), { userId: 'u-ada' }],
    [
      'by number, with another address',
      row({ email: 'new@x.example', studentNumber: '1' }),
      { userId: 'u-ada' },
    ],
    ['by both', row({ studentNumber: '1' }), { userId: 'u-ada' }],
    ['a place, by address', row({ email: 'bela@x.example' }), { seatId: 's-bela' }],
    ['a place, by number', row({ email: null, studentNumber: '2' }), { seatId: 's-bela' }],
  ])('is matched %s', (_, one, to) => {
    expect(plan(course(), one)).toMatchObject([{ kind: 'matched', to }]);
  });

  it('changes what the file says, and leaves what it does not say', () => {
    const known = course({ members: [member({ section: 'Monday' })] });
    expect(plan(known, row())).toMatchObject([{ changes: false, section: 'Monday', studentNumber: '1' }]);
    expect(plan(known, row({ studentNumber: '9' }))).toMatchObject([{ changes: true, studentNumber: '9' }]);
    // The name of an account is its owner's.
    expect(plan(known, row({ name: 'Countess' }))).toMatchObject([{ changes: false, name: 'Ada' }]);
    expect(plan(known, row({ name: 'Béla', email: 'bela@x.example' }))).toMatchObject([
      { changes: true, name: 'Béla' },
    ]);
  });

  it('is new for who has an address that the course does not know', () => {
    expect(plan(course(), row({ name: 'Ada', email: 'other@x.example' }))).toMatchObject([{ kind: 'new' }]);
  });

  it.each([
    [
      'the address of one and the number of another',
      row({ studentNumber: '3' }),
      course({ members: [member(), member({ userId: 'u-3', email: 'c@x.example', studentNumber: '3' })] }),
      /two different people/,
    ],
    [
      'the address of a member and the number of a place',
      row({ studentNumber: '2' }),
      course(),
      /place that is kept for Bela/,
    ],
    [
      'nothing but a name that somebody has',
      row({ email: null, studentNumber: '77' }),
      course(),
      /has this name/,
    ],
    ['somebody who was removed', row(), course({ members: [member({ state: 'removed' })] }), /was removed/],
    ['somebody who left', row(), course({ members: [member({ state: 'left' })] }), /left the course/],
    ['a teacher', row(), course({ members: [member({ role: 'teacher' })] }), /is teacher/],
  ] as const)('is ambiguous with %s', (_, one, known, reason) => {
    expect(plan(known, one)).toMatchObject([{ kind: 'ambiguous', reason: expect.stringMatching(reason) }]);
  });

  it('is bad with the address or the number of a row before', () => {
    expect(
      plan(
        course(),
        row({ email: 'n@x.example', studentNumber: '8' }),
        row({ line: 3, email: 'n@x.example', studentNumber: '9' }),
        row({ line: 4, email: 'm@x.example', studentNumber: '8' }),
      ),
    ).toMatchObject([
      { kind: 'new' },
      { kind: 'bad', line: 3, reason: 'Line 2 has the same email address.' },
      { kind: 'bad', line: 4, reason: 'Line 2 has the same student id.' },
    ]);
  });

  it('is bad without an address for who is not in the course', () => {
    expect(plan(course(), row({ name: 'New', email: null, studentNumber: '8' }))).toMatchObject([
      { kind: 'bad', reason: expect.stringContaining('no email address') },
    ]);
  });

  it('gives a place to the member who joined in another way with its address', () => {
    const known = course({
      seats: [seat({ seatId: 's-ada', email: 'ada@x.example', studentNumber: '5' })],
      members: [member({ studentNumber: null })],
    });
    expect(plan(known, row({ studentNumber: '5' }))).toMatchObject([
      { kind: 'matched', to: { userId: 'u-ada' }, dropsSeat: 's-ada', changes: true },
    ]);
  });
});

it('makes each new section once, whatever its case, and none that is there', () => {
  const { rows, newSections } = planRoster(
    ['MONDAY', 'Friday', 'friday'].map((section, i) =>
      row({ line: i + 2, email: `${i}@x.example`, section }),
    ),
    [],
    course(),
  );
  expect(newSections).toEqual(['Friday']);
  expect(rows.map((one) => ('section' in one ? one.section : null))).toEqual(['Monday', 'Friday', 'Friday']);
});

it('lists bad rows at their place in the file', () => {
  const { rows } = planRoster([row({ line: 4 })], [{ line: 3, reason: 'no name' }], course());
  expect(rows.map(({ line }) => line)).toEqual([3, 4]);
});
