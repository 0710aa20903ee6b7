/** What students have handed in, as few and as short rows: one a student, with all of it in one text. */
import 'server-only';
import { db } from '@/lib/db/client';
import { withoutExcused } from '../../assignments/excuses';
import { effectivePoints } from '../../marks/rules';
import type { BookAnswer, BookAttempt } from '../rules';
import type { Frame, FrameAssignment } from './frame';

export interface Scope {
  /** Null: everybody. */
  readonly userIds: readonly string[] | null;
  readonly assignments: readonly FrameAssignment[];
}

/** Of each student: by assignment. */
export type AttemptsByStudent = ReadonlyMap<string, ReadonlyMap<string, readonly BookAttempt[]>>;

interface TextRow {
  readonly userId: string;
  readonly rows: string;
}

/** The rows of a text: the inside of an array of rows of numbers. */
const rowsOf = <Row>(text: string): Row[] => JSON.parse(`[${text}]`);

type AttemptNumbers = readonly [
  place: number,
  number: number,
  at: number,
  points: number,
  possible: number,
  overridden: number,
];
type AnswerNumbers = readonly [
  place: number,
  exercise: number,
  number: number,
  marks: number,
  possible: number,
  override: number | null,
];

/**
 * The submitted attempts with their points, without the answers to what is excused. One query, and a second one where
 * exercises are excused.
 */
export async function selectAttempts(frame: Frame, scope: Scope): Promise<AttemptsByStudent> {
  const quizIds = scope.assignments.map(({ quizId }) => quizId);
  const texts = await db().$queryRaw<TextRow[]>`
    SELECT t."userId"::text AS "userId",
           string_agg(concat('[', concat_ws(',', q.place, t.number, floor(1000 * extract(epoch FROM t."submittedAt")),
                                            s.points, p.possible, s.overridden), ']'), ',') AS rows
    FROM unnest(${quizIds}::uuid[]) WITH ORDINALITY q(id, place)
    JOIN "Attempt" t ON t."courseId" = ${frame.courseId}::uuid AND t."quizId" = q.id
    JOIN "AttemptScore" s ON s."courseId" = t."courseId" AND s."attemptId" = t.id
    JOIN (SELECT i."quizRevisionId", sum(i.points) AS possible
          FROM "QuizRevision" r JOIN "QuizRevisionItem" i ON i."quizRevisionId" = r.id
          WHERE r."quizId" = ANY (${quizIds}::uuid[])
          GROUP BY 1) p ON p."quizRevisionId" = t."quizRevisionId"
    WHERE t."submittedAt" IS NOT NULL
      AND (${scope.userIds}::uuid[] IS NULL OR t."userId" = ANY (${scope.userIds}::uuid[]))
    GROUP BY t."userId"`;
  const byStudent = new Map<string, Map<string, BookAttempt[]>>();
  for (const { userId, rows } of texts) {
    const byAssignment = new Map<string, BookAttempt[]>();
    for (const row of rowsOf<AttemptNumbers>(rows)) {
      const [place, number, at, points, possible, overridden] = row;
      const { assignmentId } = scope.assignments[place - 1] ?? outside();
      const attempt = {
        number,
        points,
        possible,
        submittedAt: new Date(at),
        overridden: overridden > 0,
      };
      const attempts = byAssignment.get(assignmentId);
      if (attempts === undefined) byAssignment.set(assignmentId, [attempt]);
      else attempts.push(attempt);
    }
    byStudent.set(userId, byAssignment);
  }
  await leaveOutExcused(frame, scope, byStudent);
  return byStudent;
}

/** Takes the answers to excused exercises out of the attempts of those whom it concerns. */
async function leaveOutExcused(
  frame: Frame,
  { assignments }: Scope,
  byStudent: Map<string, Map<string, BookAttempt[]>>,
): Promise<void> {
  const concerned = [...byStudent].flatMap(([userId, byAssignment]) =>
    [...byAssignment.keys()].flatMap((assignmentId) =>
      frame.excusesFor(assignmentId, userId).exercises.size > 0 ? [{ userId, assignmentId }] : [],
    ),
  );
  if (concerned.length === 0) return;
  const of = new Set(concerned.map(({ assignmentId }) => assignmentId));
  const answers = await selectAnswers(frame, {
    userIds: [...new Set(concerned.map(({ userId }) => userId))],
    assignments: assignments.filter(({ assignmentId }) => of.has(assignmentId)),
  });
  for (const { userId, assignmentId } of concerned) {
    const excuses = frame.excusesFor(assignmentId, userId);
    const given = answers.get(userId)?.get(assignmentId);
    const left = (byStudent.get(userId)?.get(assignmentId) ?? []).flatMap((attempt) => {
      const own = [...(given ?? [])].flatMap(([exerciseId, all]) =>
        all.flatMap((answer) => (answer.number === attempt.number ? [{ ...answer, exerciseId }] : [])),
      );
      const rest = withoutExcused(attempt, own, excuses);
      const overridden = own.some((one) => one.overridden && !excuses.exercises.has(one.exerciseId));
      return rest === null ? [] : [{ ...rest, overridden }];
    });
    byStudent.get(userId)?.set(assignmentId, left);
  }
}

/** Of each student: by assignment and exercise. */
export type AnswersByStudent = ReadonlyMap<
  string,
  ReadonlyMap<string, ReadonlyMap<string, readonly BookAnswer[]>>
>;

/** What counts for the answers to the exercises of assignments, or to one of them. One query. */
export async function selectAnswers(
  { courseId }: Frame,
  { userIds, assignments }: Scope,
  exerciseId: string | null = null,
): Promise<AnswersByStudent> {
  const quizIds = assignments.map(({ quizId }) => quizId);
  const exerciseIds =
    exerciseId === null
      ? [...new Set(assignments.flatMap(({ items }) => items.map((item) => item.exerciseId)))]
      : [exerciseId];
  const texts = await db().$queryRaw<TextRow[]>`
    SELECT t."userId"::text AS "userId",
           string_agg(concat('[', concat_ws(',', q.place, x.place, t.number, m.points, m.possible,
                                            coalesce(o.points::text, 'null')), ']'), ',') AS rows
    FROM unnest(${quizIds}::uuid[]) WITH ORDINALITY q(id, place)
    JOIN "Attempt" t ON t."courseId" = ${courseId}::uuid AND t."quizId" = q.id
    JOIN "Submission" s ON s."courseId" = t."courseId" AND s."attemptId" = t.id
    JOIN "Answer" a ON a."courseId" = s."courseId" AND a."submissionId" = s.id
    JOIN "ExerciseRevision" r ON r.id = a."exerciseRevisionId"
    JOIN unnest(${exerciseIds}::uuid[]) WITH ORDINALITY x(id, place) ON x.id = r."exerciseId"
    JOIN "Marks" m ON m."answerId" = a.id AND m."supersededAt" IS NULL
    LEFT JOIN (SELECT DISTINCT ON ("answerId") "answerId", points
               FROM "MarksOverride" WHERE "courseId" = ${courseId}::uuid
               ORDER BY "answerId", number DESC) o ON o."answerId" = a.id
    WHERE t."submittedAt" IS NOT NULL
      AND (${userIds}::uuid[] IS NULL OR t."userId" = ANY (${userIds}::uuid[]))
    GROUP BY t."userId"`;
  const byStudent = new Map<string, Map<string, Map<string, BookAnswer[]>>>();
  for (const { userId, rows } of texts) {
    const byAssignment = new Map<string, Map<string, BookAnswer[]>>();
    for (const [place, x, number, marks, possible, override] of rowsOf<AnswerNumbers>(rows)) {
      const { assignmentId } = assignments[place - 1] ?? outside();
      const exercise = exerciseIds[x - 1] ?? outside();
      const byExercise = byAssignment.get(assignmentId) ?? new Map<string, BookAnswer[]>();
      const points = effectivePoints(marks, { points: override });
      const answer = { number, marks, points, possible, overridden: override !== null };
      byAssignment.set(assignmentId, byExercise.set(exercise, [...(byExercise.get(exercise) ?? []), answer]));
    }
    byStudent.set(userId, byAssignment);
  }
  return byStudent;
}

function outside(): never {
  throw new Error('the database named something that was not asked for');
}
