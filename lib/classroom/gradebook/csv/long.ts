/** Every mark of every exercise, one a line, for whatever else is to be done with them. */
import { byteOrderMark, csvLine } from '@/lib/common/csv';
import type { BookAnswer, Mark, Reckoned } from '../rules';
import { type ExportPerson, pointsOf } from './shared';

const columns = [
  'student',
  'email',
  'student_number',
  'section',
  'assignment',
  'exercise',
  'state',
  'attempts_counted',
  'submitted_at',
  'marks',
  'override',
  'late',
  'late_percent',
  'excused',
  'points',
  'possible',
];

export const longHead = (): string => byteOrderMark + csvLine(columns);

export interface LongLine {
  readonly person: ExportPerson;
  readonly assignment: string;
  readonly exercise: { readonly title: string; readonly points: number };
  readonly reckoned: Reckoned;
  readonly mark: Mark;
  readonly answers: readonly BookAnswer[];
}

/**
 * Marks and override are those of the one attempt that counts; where the average of several does they are left empty,
 * and the time is that of the last. Points are what is left after late work is paid for; `possible` is what the
 * exercise is worth, also where it is excused.
 */
export function longLine({ person, assignment, exercise, reckoned, mark, answers }: LongLine): string {
  const { counted } = reckoned;
  const last = counted.reduce<Date | null>(
    (latest, { submittedAt }) => (latest === null || submittedAt > latest ? submittedAt : latest),
    null,
  );
  const [only] = counted;
  const answer = counted.length === 1 ? answers.find(({ number }) => number === only?.number) : undefined;
  const excused = mark.state === 'excused';
  return csvLine([
    person.name,
    person.email,
    person.studentNumber,
    person.section,
    assignment,
    exercise.title,
    mark.state,
    counted.map(({ number }) => number).join(' '),
    excused || last === null ? null : last.toISOString(),
    answer?.marks ?? null,
    answer?.overridden ? answer.points : null,
    yesNo(mark.late),
    mark.latePercent,
    yesNo(excused),
    pointsOf(mark),
    exercise.points,
  ]);
}

const yesNo = (value: boolean) => (value ? 'yes' : 'no');
