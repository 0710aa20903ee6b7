import 'server-only';
import { z } from 'zod';
import type { CourseProof } from '@/lib/auth/proof';
import { AppError } from '@/lib/common/errors';
import { db } from '@/lib/db/client';
import { latenessAt } from '../../assignments/late';
import { excuseSelection } from '../../assignments/stored';
import { questionLabel } from '../../attempts/rules';
import { type AnswerLife, type BookEvent, eventsOfAnswer, newestFirst } from '../history';
import type { BookAttemptView, MarkHistory } from '../schema';
import { type BookPerson, type FrameAssignment, personOf, personSelection, selectFrame } from './frame';
import { exerciseMarks, reckoned } from './marks';
import { selectAnswers, selectAttempts } from './work';

/**
 * How the mark of a student for an assignment came about: attempts, answers with their overrides, excuses, and all that
 * happened. Throws AppError "not-found" for who or what is not of this course.
 */
export async function selectMarkHistory(
  proof: CourseProof<'teacher'>,
  { userId, assignmentId }: { readonly userId: string; readonly assignmentId: string },
): Promise<MarkHistory> {
  const { courseId } = proof;
  const gone = () => new AppError('not-found', 'There is no such mark.');
  if (!z.uuid().safeParse(userId).success) throw gone();
  const [frame, stored] = await Promise.all([
    selectFrame(courseId),
    db().membership.findFirst({ where: { courseId, userId, role: 'student' }, select: personSelection }),
  ]);
  const assignment = frame.assignments.find((one) => one.assignmentId === assignmentId);
  if (assignment === undefined || stored === null) throw gone();
  const person = personOf(stored);
  const scope = { userIds: [userId], assignments: [assignment] };
  const [attempts, answers, rows, excuses, extensions] = await Promise.all([
    selectAttempts(frame, scope),
    selectAnswers(frame, scope),
    selectAttemptRows(courseId, userId, assignment),
    db().excuse.findMany({ where: { courseId, assignmentId, userId }, select: excuseSelection }),
    selectExtensions(courseId, assignmentId, person),
  ]);
  const one = reckoned(frame, person, assignment, attempts);
  const marks = exerciseMarks(frame, person, assignment, one, answers);
  const standing = frame.excusesFor(assignmentId, userId);
  const titles = new Map(assignment.items.map(({ exerciseId, title }) => [exerciseId, title]));
  const excused = excuses.map(
    ({ excused: given, at, author, exerciseId, reason }): BookEvent => ({
      kind: given ? 'excused' : 'excuse-lifted',
      at,
      by: author.name,
      exercise: exerciseId && (titles.get(exerciseId) ?? null),
      attempt: null,
      from: null,
      to: null,
      reason,
    }),
  );
  const views = rows.map((row) => viewOf(row, one, assignment, frame.timeZone));
  return {
    student: person,
    assignment: { assignmentId, title: assignment.title },
    timeZone: frame.timeZone,
    counting: assignment.terms.counting,
    mark: one.mark,
    items: assignment.items.map((item) => ({
      ...item,
      mark: marks.get(item.exerciseId) ?? one.mark,
      excuse: standing.exercises.get(item.exerciseId) ?? null,
    })),
    excuse: standing.whole,
    seenExcuse: standing.seen,
    attempts: views,
    events: newestFirst([
      ...rows.map(submittedEvent),
      ...rows.flatMap(({ number, answers: given }) =>
        given.flatMap((answer) => eventsOfAnswer(lifeOf(answer, number))),
      ),
      ...excused,
      ...extensions,
    ]),
  };
}

async function selectAttemptRows(courseId: string, userId: string, { quizId }: FrameAssignment) {
  const rows = await db().attempt.findMany({
    where: { courseId, userId, quizId, submittedAt: { not: null } },
    select: {
      id: true,
      number: true,
      submission: {
        select: {
          submittedAt: true,
          answers: {
            select: {
              id: true,
              position: true,
              exerciseRevision: { select: { exerciseId: true, title: true } },
              marks: {
                select: {
                  points: true,
                  possible: true,
                  gradedAt: true,
                  supersededAt: true,
                  regrade: { select: { reason: true, actor: { select: { name: true } } } },
                },
                orderBy: { gradedAt: 'asc' },
              },
              overrides: {
                select: {
                  number: true,
                  points: true,
                  reason: true,
                  at: true,
                  author: { select: { name: true } },
                },
                orderBy: { number: 'asc' },
              },
            },
            orderBy: { position: 'asc' },
          },
        },
      },
    },
    orderBy: { number: 'desc' },
    take: 100,
  });
  return rows.flatMap(({ id, number, submission }) =>
    submission === null ? [] : [{ attemptId: id, number, ...submission }],
  );
}

type AttemptRow = Awaited<ReturnType<typeof selectAttemptRows>>[number];
type AnswerRow = AttemptRow['answers'][number];

const lifeOf = ({ exerciseRevision, marks, overrides }: AnswerRow, attempt: number): AnswerLife => ({
  exercise: exerciseRevision.title,
  attempt,
  marks: marks.map(({ points, gradedAt, regrade }) => ({
    points: points.toNumber(),
    gradedAt,
    regrade: regrade && { by: regrade.actor.name, reason: regrade.reason },
  })),
  overrides: overrides.map(({ points, reason, at, author }) => ({
    points: points?.toNumber() ?? null,
    reason,
    at,
    by: author.name,
  })),
});

const submittedEvent = ({ number, submittedAt }: AttemptRow): BookEvent => ({
  kind: 'submitted',
  at: submittedAt,
  by: null,
  exercise: null,
  attempt: number,
  from: null,
  to: null,
  reason: null,
});

function viewOf(
  { attemptId, number, submittedAt, answers }: AttemptRow,
  { counted, dueAt }: ReturnType<typeof reckoned>,
  { terms }: FrameAssignment,
  timeZone: string,
): BookAttemptView {
  return {
    attemptId,
    number,
    submittedAt,
    late: latenessAt(submittedAt, dueAt, terms.late, timeZone),
    counts: counted.some((one) => one.number === number),
    answers: answers.flatMap(({ id, position, exerciseRevision, marks, overrides }) => {
      const current = marks.find(({ supersededAt }) => supersededAt === null);
      const last = overrides.at(-1);
      return current === undefined
        ? []
        : [
            {
              answerId: id,
              label: questionLabel(position),
              title: exerciseRevision.title,
              marks: current.points.toNumber(),
              possible: current.possible.toNumber(),
              override: last?.points?.toNumber() ?? null,
              seenOverride: last?.number ?? 0,
            },
          ];
    }),
  };
}

/** What was given to this person, or to the section that they are in now. */
async function selectExtensions(
  courseId: string,
  assignmentId: string,
  { userId, sectionId }: BookPerson,
): Promise<BookEvent[]> {
  const rows = await db().assignmentExtension.findMany({
    where: {
      courseId,
      assignmentId,
      OR: [{ userId }, ...(sectionId === null ? [] : [{ sectionId }])],
    },
    select: { reason: true, createdAt: true, liftedAt: true, author: { select: { name: true } } },
    take: 100,
  });
  const plain = { exercise: null, attempt: null, from: null, to: null } as const;
  return rows.flatMap(({ reason, createdAt, liftedAt, author }): BookEvent[] => [
    { ...plain, kind: 'extended', at: createdAt, by: author.name, reason },
    ...(liftedAt === null
      ? []
      : [{ ...plain, kind: 'extension-lifted' as const, at: liftedAt, by: null, reason: null }]),
  ]);
}
