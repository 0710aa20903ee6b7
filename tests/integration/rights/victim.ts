/** A course with something of everything in it, for others to reach for. */
import { randomUUID } from 'node:crypto';
import { proveMembership } from '@/lib/auth/membership';
import { makeAssignment } from '@/lib/classroom/assignments/commands/assignments';
import { extendAssignment } from '@/lib/classroom/assignments/commands/extensions';
import { saveDraft, startOrContinueAttempt } from '@/lib/classroom/attempts/commands';
import { makeInvitation } from '@/lib/classroom/invitations/commands/invitations';
import { saveQuiz } from '@/lib/classroom/quizzes/commands';
import { submitAttempt } from '@/lib/classroom/submissions/commands';
import { db } from '@/lib/db/client';
import { enrol } from '@/prisma/builders';
import { beliefs } from '@/prisma/demo/beliefs';
import { assignmentInput } from '../classroom/assigned';
import { makeClass, quizSlug, start, submissionFrom, type TestClass } from '../classroom/class';

/** The ids of all that, by the names that inputs give them. */
export type VictimIds = Readonly<Record<string, string>>;

export async function makeVictim(): Promise<TestClass & { readonly ids: VictimIds }> {
  const one = await makeClass('victim');
  const { courseId, teacher, student } = one;
  const section = await db().section.create({ data: { courseId, title: 'Theirs' } });
  const seat = await db().seat.create({
    data: { courseId, name: 'Awaited', email: 'awaited@example.org', code: 'VICTIMSEAT22' },
  });
  await makeInvitation(teacher, { courseId, sectionId: null, days: null, usesAllowed: null });
  const invitation = await db().invitation.findFirstOrThrow({ where: { courseId } });
  const [exercise, revision] = [randomUUID(), randomUUID()];
  await db().exercise.create({ data: { id: exercise, courseId, slug: `${courseId}/theirs` } });
  const of = { exerciseId: exercise, number: 1, hash: 'a'.repeat(64), title: 'Theirs', kind: 'choice' };
  await db().exerciseRevision.create({ data: { id: revision, ...of, content: {} } });
  await db().exercise.update({ where: { id: exercise }, data: { currentId: revision } });
  const quizId = randomUUID();
  const items = [{ exerciseId: exercise, points: 1 }];
  await saveQuiz(teacher, { courseId, quizId, title: 'Theirs', items, seen: 0 });
  const { assignmentId } = await makeAssignment(teacher, await assignmentInput(courseId));
  await extendAssignment(teacher, {
    courseId,
    assignmentId,
    userId: student.viewer.id,
    sectionId: null,
    due: null,
    closes: null,
    moreAttempts: 1,
    reason: 'because',
  });
  const extension = await db().assignmentExtension.findFirstOrThrow({ where: { courseId } });
  const submitted = await start(student);
  await submitAttempt(student, submissionFrom(submitted, beliefs.copies));
  const marks = await db().marks.findFirstOrThrow({
    where: { courseId, answer: { position: 4, submission: { attemptId: submitted.attemptId } } },
  });
  const open = await startOrContinueAttempt(student, { courseId, quizSlug });
  const [first] = submissionFrom(open, beliefs.right).answers;
  if (first === undefined) throw new Error('no question');
  await saveDraft(student, { courseId, attemptId: open.attemptId, version: 0, ...first });
  return {
    ...one,
    ids: {
      userId: student.viewer.id,
      sectionId: section.id,
      seatId: seat.id,
      invitationId: invitation.id,
      exerciseId: exercise,
      revisionId: revision,
      quizId,
      quizSlug: quizId,
      assignmentId,
      extensionId: extension.id,
      attemptId: open.attemptId,
      submittedId: submitted.attemptId,
      marksId: marks.id,
      answerId: marks.answerId,
    },
  };
}

/** Somebody who owns a course of their own, and may do everything there. */
export async function makeAttacker() {
  const { courseId, teacher } = await makeClass('attacker');
  await enrol(courseId, teacher.viewer, 'owner');
  return proveMembership(teacher.viewer, courseId, 'owner');
}

/** Every row of a course, of every table that names it, as text. */
export async function rowsOf(courseId: string): Promise<Record<string, unknown>> {
  const tables = await db().$queryRaw<{ name: string }[]>`
    SELECT table_name AS name FROM information_schema.columns
    WHERE table_schema = 'public' AND column_name = 'courseId' ORDER BY 1`;
  const rows: Record<string, unknown> = { Course: await db().course.findUnique({ where: { id: courseId } }) };
  for (const { name } of tables) {
    rows[name] = await db().$queryRawUnsafe(
      `SELECT t::text FROM "${name}" t WHERE "courseId" = $1::uuid ORDER BY 1`,
      courseId,
    );
  }
  rows.revisions = await db().quizRevision.count({ where: { quiz: { courseId } } });
  return rows;
}
