import 'server-only';
import { createHash } from 'node:crypto';
import type { CourseProof } from '@/lib/auth/proof';
import { AppError } from '@/lib/common/errors';
import { db } from '@/lib/db/client';
import { misconceptions } from '@/lib/simulator/misconceptions';
import { databaseNow } from '../../assignments/queries/gate';
import { questionLabel } from '../../attempts/rules';
import { beliefsOf, cellOf, questionsOf, type StoredStanding, standingOf, stuckOf } from '../rules';
import type { BoardInput, LiveBoard } from '../schema';
import { selectLastAttempts, selectLastMarks, selectShares } from './standings';

/** The students that a board shows at most. */
const mostStudents = 2000;

/**
 * A class at work on one quiz. Eight queries, whatever the size. Throws AppError "not-found" for a quiz of another
 * course; of a section that is none of the course's, nobody is shown.
 */
export async function liveBoard(proof: CourseProof<'teacher'>, input: BoardInput): Promise<LiveBoard> {
  const { courseId } = proof;
  const quiz = courseId === input.courseId ? await selectQuiz(courseId, input.quiz) : null;
  if (quiz === null) throw new AppError('not-found', 'There is no such quiz in this course.');
  const [now, people, attempts, marks, shares] = await Promise.all([
    databaseNow(),
    selectStudents(courseId, input.section),
    selectLastAttempts(courseId, quiz.id),
    selectLastMarks(courseId, quiz.id),
    selectShares(courseId, quiz.id),
  ]);
  const aliases = aliasesOf(people.map(({ userId }) => userId));
  const students = people.map(({ userId, name }) => {
    const standing: StoredStanding = {
      last: attempts.get(userId) ?? null,
      marks: marks.get(userId) ?? new Map(),
      shares: shares.get(userId) ?? [],
    };
    return {
      userId,
      name,
      alias: aliases.get(userId) ?? 0,
      standing: standingOf(standing),
      attempts: standing.shares.length,
      stuck: stuckOf(standing, now),
      cells: quiz.questions.map(({ exerciseId }) => cellOf(standing, exerciseId)),
    };
  });
  const shown = people.flatMap(({ userId }) =>
    [...(marks.get(userId)?.values() ?? [])].map(({ believes }) => ({ userId, believes })),
  );
  return {
    quiz: { slug: input.quiz, title: quiz.title },
    questions: questionsOf(quiz.questions, students),
    students,
    beliefs: beliefsOf(shown, (id) => misconceptions[id].title),
    at: now.toISOString(),
  };
}

/** A quiz that this course can see, with the exercises that it asks now. */
export async function selectQuiz(courseId: string, slug: string) {
  const quiz = await db().quiz.findFirst({
    where: { slug, currentId: { not: null }, OR: [{ courseId: null }, { courseId }] },
    select: {
      id: true,
      current: {
        select: {
          title: true,
          items: {
            select: { position: true, exerciseRevision: { select: { exerciseId: true, title: true } } },
            orderBy: { position: 'asc' },
          },
        },
      },
    },
  });
  if (quiz?.current == null) return null;
  const questions = quiz.current.items.map(({ position, exerciseRevision: { exerciseId, title } }) => ({
    exerciseId,
    label: questionLabel(position),
    title,
  }));
  return { id: quiz.id, title: quiz.current.title, questions };
}

async function selectStudents(courseId: string, sectionId: string | undefined) {
  const memberships = await db().membership.findMany({
    where: {
      courseId,
      role: 'student',
      removedAt: null,
      ...(sectionId === undefined ? {} : { sectionId }),
    },
    select: { user: { select: { id: true, name: true } } },
    orderBy: [{ user: { name: 'asc' } }, { userId: 'asc' }],
    take: mostStudents,
  });
  return memberships.map(({ user }) => ({ userId: user.id, name: user.name }));
}

/** Numbers from 1 that neither the alphabet nor the order of coming gives away. */
function aliasesOf(userIds: readonly string[]): Map<string, number> {
  const keyed = userIds.map((id) => [createHash('sha256').update(id).digest('hex'), id] as const);
  keyed.sort(([a], [b]) => (a < b ? -1 : 1));
  return new Map(keyed.map(([, id], index) => [id, index + 1]));
}
