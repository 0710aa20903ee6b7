import { describe, expect, it } from 'vitest';
import { canvasHead, canvasLine } from '@/lib/classroom/gradebook/csv/canvas';
import { longHead, longLine } from '@/lib/classroom/gradebook/csv/long';
import { moodleHead, moodleLine } from '@/lib/classroom/gradebook/csv/moodle';
import type { Mark } from '@/lib/classroom/gradebook/rules';

const mark = (state: Mark['state'], points: number | null = null): Mark => ({
  state,
  points,
  possible: 10,
  late: false,
  latePercent: null,
  overridden: false,
  partly: false,
});
const ada = { name: 'Ada, the "first"', email: 'ada@example.org', studentNumber: '007', section: 'A' };
const marks = [mark('scored', 7.5), mark('missing'), mark('waiting'), mark('excused'), mark('not-for')];

describe('for Canvas', () => {
  it('has the columns that Canvas tells its file by, and the points possible', () =>
    expect(
      canvasHead([
        { title: 'Week 1', possible: 10 },
        { title: 'Week, 2', possible: 2.5 },
      ]),
    ).toBe(
      'Student,ID,SIS User ID,SIS Login ID,Section,Week 1,"Week, 2"\r\n"    Points Possible",,,,,10,2.5\r\n',
    ));

  it('names no assignment of Canvas by its number, and no column twice', () =>
    expect(
      canvasHead([
        { title: 'Lab (12)', possible: 1 },
        { title: 'Lab', possible: 1 },
        { title: 'Lab', possible: 1 },
        { title: '=A1 (3) ', possible: 1 },
      ]).split('\r\n')[0],
    ).toBe(`Student,ID,SIS User ID,SIS Login ID,Section,Lab [12],Lab,Lab [2],'=A1 [3]`));

  it('says EX for what is excused, 0 for what is missing, and nothing for what can still come', () =>
    expect(canvasLine({ ...ada, marks })).toBe('"Ada, the ""first""",,007,ada@example.org,A,7.5,0,,EX,\r\n'));
});

describe('for Moodle', () => {
  it('maps people by address or number, and says a dash where there is no grade', () => {
    expect(
      moodleHead([
        { title: 'Week 1', possible: 10 },
        { title: 'Week 1', possible: 10 },
      ]),
    ).toBe('Full name,ID number,Email address,Week 1,Week 1 [2]\r\n');
    expect(moodleLine({ ...ada, marks })).toBe('"Ada, the ""first""",007,ada@example.org,7.5,0,-,-,-\r\n');
  });
});

describe('every mark on a line', () => {
  const at = new Date('2026-11-02T10:00:00Z');
  const attempt = (number: number, more: Date = at) => ({
    number,
    points: 9,
    possible: 10,
    submittedAt: more,
    overridden: true,
  });
  const answer = { number: 2, marks: 4, points: 9, possible: 10, overridden: true };
  const line = (more: object) =>
    longLine({
      person: ada,
      assignment: 'Week 1',
      exercise: { title: '=cmd', points: 10 },
      reckoned: { mark: mark('scored', 7.2), counted: [attempt(2)], dueAt: null },
      mark: { ...mark('scored', 7.2), late: true, latePercent: 20, overridden: true },
      answers: [answer],
      ...more,
    });

  it('begins as a file that spreadsheets read as UTF-8', () =>
    expect(longHead()).toBe(
      '\uFEFFstudent,email,student_number,section,assignment,exercise,state,attempts_counted,submitted_at,' +
        'marks,override,late,late_percent,excused,points,possible\r\n',
    ));

  it('tells what was graded, what was given, what was taken off, and what counts', () =>
    expect(line({})).toBe(
      `"Ada, the ""first""",ada@example.org,007,A,Week 1,'=cmd,scored,2,2026-11-02T10:00:00.000Z,4,9,yes,20,no,7.2,10\r\n`,
    ));

  it('leaves the marks out where several attempts count, and tells the last time', () => {
    const later = new Date('2026-11-03T10:00:00Z');
    const reckoned = { mark: mark('scored', 5), counted: [attempt(1), attempt(2, later)], dueAt: null };
    expect(line({ reckoned, mark: mark('scored', 5) })).toContain(
      ',scored,1 2,2026-11-03T10:00:00.000Z,,,no,,no,5,10\r\n',
    );
  });

  it('says what is excused and what is missing', () => {
    const reckoned = { mark: mark('excused'), counted: [], dueAt: null };
    expect(line({ reckoned, mark: mark('excused'), answers: [] })).toContain(',excused,,,,,no,,yes,,10\r\n');
    expect(line({ reckoned, mark: mark('missing'), answers: [] })).toContain(',missing,,,,,no,,no,0,10\r\n');
  });
});
