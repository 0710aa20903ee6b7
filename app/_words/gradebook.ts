import type { BookEvent } from '@/lib/classroom/gradebook/history';
import type { Mark } from '@/lib/classroom/gradebook/rules';

const plural = (n: number, one: string, many: string) => (n === 1 ? `1 ${one}` : `${n} ${many}`);
const points = (value: number) => String(Math.round(value * 100) / 100);

/** What a cell says besides its points, for who looks and for who listens. */
function notes({ late, latePercent, overridden, partly }: Mark): string[] {
  return [
    late && (latePercent === null || latePercent === 0 ? 'late' : `late, ${latePercent} % taken off`),
    overridden && 'points given by a teacher',
    partly && 'in part excused',
  ].filter((note) => note !== false);
}

const states = {
  scored: 'handed in',
  missing: 'missing',
  waiting: 'nothing handed in yet',
  excused: 'excused',
  'not-for': 'not for this student',
} as const;

/** Words of the gradebook and of the history of a mark. */
export const gradebook = {
  title: 'Gradebook',
  of: (course: string) => `Gradebook: ${course}`,
  lead: 'What counts for each student, as it is now: dates, extensions and late work included.',
  views: { label: 'Columns', assignments: 'Assignments', exercises: 'Exercises' },
  student: 'Student',
  section: 'Section',
  noSection: 'no section',
  total: 'Total',
  state: states,
  points,
  possible: (n: number) => `of ${points(n)}`,
  short: { missing: 'missing', waiting: '–', excused: 'EX', 'not-for': '' },
  latePercent: (percent: number | null) => (percent === null || percent === 0 ? 'late' : `−${percent} %`),
  mark: (mark: Mark) => {
    const what =
      mark.points === null
        ? mark.state === 'excused'
          ? 'EX, excused'
          : states[mark.state]
        : `${points(mark.points)} of ${points(mark.possible)}`;
    return [what, ...notes(mark)].join(', ');
  },
  totalOf: (of: { points: number; possible: number }) => `${points(of.points)} / ${points(of.possible)}`,
  percent: (of: { points: number; possible: number }) => `${Math.round((100 * of.points) / of.possible)} %`,
  nothingCounts: 'nothing counts yet',
  legend: {
    title: 'Signs',
    late: 'late; with what was taken off',
    overridden: 'points given by a teacher',
    excused: 'excused: it leaves the total',
    missing: 'past due and nothing handed in: it counts 0',
    waiting: 'nothing handed in yet: it does not count yet',
  },
  formula:
    'The total is the points of everything that was handed in, out of all points of what was handed in or is missing. What is excused, and what can still be handed in, leaves both.',
  filter: {
    label: 'Filter',
    name: 'Name or address',
    section: 'Section',
    anySection: 'all sections',
    state: 'With something that is',
    any: 'anything',
    states: { missing: 'missing', late: 'late', overridden: 'given by a teacher', excused: 'excused' },
    show: 'Show',
    clear: 'Show all',
  },
  listed: (n: number, of: number) =>
    n === of ? plural(n, 'student', 'students') : `${n} of ${plural(of, 'student', 'students')}`,
  page: (n: number, of: number) => `Page ${n} of ${of}`,
  pages: 'Pages',
  earlier: 'Earlier page',
  later: 'Later page',
  none: 'Nobody to show',
  noneText: 'No student matches the filter.',
  noStudents: 'No students yet',
  noStudentsText: 'Students appear here once they are in the course.',
  noColumns: 'No assignments yet',
  noColumnsText: 'Columns appear here once the course has an assignment.',
  keys: 'Arrow keys move from cell to cell; Enter opens the history of a mark.',
  exports: {
    title: 'Take the marks along',
    text: 'Files of comma-separated values. Text that a spreadsheet would run as a formula gets a quotation mark before it.',
    canvas: 'For Canvas',
    moodle: 'For Moodle',
    long: 'Every mark, one a line',
  },
  // The history of a mark.
  back: 'Back to the gradebook',
  markOf: (name: string) => `Mark of ${name}`,
  counts: 'Counts',
  countsNote: { best: 'the best attempt', last: 'the last attempt', average: 'the average of all attempts' },
  attempts: 'Attempts and points',
  noAttempts:
    'Nothing was handed in. Points can be given to an answer alone; a student can be excused without one.',
  thisCounts: 'counts',
  submitted: (time: string) => `handed in ${time}`,
  graded: (marks: string, possible: string) => `${marks} of ${possible}`,
  given: (value: string, marks: string) => `${value} given by a teacher; graded ${marks}`,
  change: (title: string) => `Change the points of ${title}`,
  give: 'Points',
  giveNote: (possible: string) => `From 0 to ${possible}, before anything is taken off for being late.`,
  reason: 'Reason',
  reasonNote: 'The student reads it.',
  save: 'Give these points',
  lift: 'Let the graded points count again',
  excuses: 'Excuse',
  excusesText: 'What is excused leaves the total: its points, and what could have been earned.',
  whole: 'The whole assignment',
  excusedNow: (author: string, reason: string) => `excused by ${author}: ${reason}`,
  excuse: (what: string) => `Excuse: ${what}`,
  unexcuse: (what: string) => `Count again: ${what}`,
  sayWhy: 'Say why, in a few words.',
  badPoints: (possible: string) => `Enter points from 0 to ${possible}, with two decimals at most.`,
  failed: 'It could not be saved. Try again.',
  saved: 'Saved.',
  history: 'History',
  noHistory: 'Nothing has happened yet.',
  event: ({ kind, exercise, attempt, from, to }: BookEvent): string => {
    const what = [exercise, attempt !== null && `attempt ${attempt}`].filter(Boolean).join(', ');
    const change = to === null ? '' : ` ${from === null ? '' : `${points(from)} → `}${points(to)} points.`;
    switch (kind) {
      case 'submitted':
        return `Attempt ${attempt} handed in.`;
      case 'regraded':
        return `Graded again: ${what}.${change}`;
      case 'overridden':
        return `Points given: ${what}.${change}`;
      case 'override-lifted':
        return `Given points taken back: ${what}.${change}`;
      case 'excused':
        return `Excused: ${exercise ?? 'the whole assignment'}.`;
      case 'excuse-lifted':
        return `Counts again: ${exercise ?? 'the whole assignment'}.`;
      case 'extended':
        return 'Extension given.';
      case 'extension-lifted':
        return 'Extension taken back.';
    }
  },
  because: (by: string | null, reason: string | null) =>
    [by, reason].filter((part) => part !== null).join(': '),
} as const;
