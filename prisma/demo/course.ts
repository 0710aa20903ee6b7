import { randomUUID } from 'node:crypto';
import { proveMembership } from '@/lib/auth/membership';
import type { Viewer } from '@/lib/auth/viewer';
import { startOrContinueAttempt } from '@/lib/classroom/attempts/commands';
import { submitAttempt } from '@/lib/classroom/submissions/commands';
import { db } from '@/lib/db/client';
import { enrol, makeCourse, makePerson } from '../builders';
import { makeDemoAssignments } from './assignments';
import { answerFrom, type Belief, beliefs } from './beliefs';

export interface DemoAccount {
  readonly role: string;
  readonly email: string;
  readonly password: string;
}

/** Known to everybody; the start says so where other machines can reach it. */
const password = 'demo-lastref';
const courseTitle = 'Demo course';
const quizSlug = 'garbage-collection-and-array-references';

const accounts: readonly (DemoAccount & { readonly name: string })[] = [
  { role: 'teacher', name: 'Demo teacher', email: 'teacher@demo.lastref', password },
  { role: 'student', name: 'Demo student', email: 'student@demo.lastref', password },
];

/** Synthetic students: they cannot sign in. Each answers the quiz once for each belief, in this order. */
const synthetic: readonly { readonly name: string; readonly beliefs: readonly Belief[] }[] = [
  { name: 'Ada (demo)', beliefs: [beliefs.right] },
  { name: 'Bela (demo)', beliefs: [beliefs.copies, beliefs.right] },
  { name: 'Chidi (demo)', beliefs: [beliefs.copies] },
  { name: 'Dana (demo)', beliefs: [beliefs.delDestroys] },
  { name: 'Emre (demo)', beliefs: [beliefs.slip] },
  { name: 'Fatima (demo)', beliefs: [beliefs.waitsForCollector] },
  { name: 'Goran (demo)', beliefs: [beliefs.unfinished] },
  { name: 'Hana (demo)', beliefs: [] },
];

const lock = 72_707_371;

/** Makes the demo course, or what is missing of it. Answers the accounts that can sign in. */
export async function makeDemoCourse(): Promise<readonly DemoAccount[]> {
  // Two starts on one database at the same moment make one course.
  const courseId = await db().$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${lock})`;
    const known = await tx.course.findFirst({ where: { isDemo: true }, select: { id: true } });
    return known?.id ?? makeCourse(courseTitle, { isDemo: true });
  });
  for (const { role, name, email } of accounts) {
    await enrol(
      courseId,
      await makePerson({ name, email, password }),
      // A course has an owner at all times.
      role === 'teacher' ? 'owner' : 'student',
    );
  }
  await makeDemoAssignments(courseId, accounts[0]?.email ?? '');
  const quiz = await db().quiz.findFirst({ where: { slug: quizSlug, currentId: { not: null } } });
  for (const { name, beliefs: held } of synthetic) {
    const first = name.split(' ')[0]?.toLowerCase() ?? '';
    const person = await makePerson({ name, email: `${first}@demo.lastref` });
    await enrol(courseId, person, 'student');
    if (quiz !== null) await answerQuiz(courseId, person, held);
  }
  return accounts.map(({ role, email }) => ({ role, email, password }));
}

/** Submits the attempts that are not there yet. */
async function answerQuiz(courseId: string, person: Viewer, held: readonly Belief[]): Promise<void> {
  const done = await db().attempt.count({
    where: { courseId, userId: person.id, submittedAt: { not: null }, quiz: { slug: quizSlug } },
  });
  for (const belief of held.slice(done)) {
    const proof = await proveMembership(person, courseId, 'student');
    const attempt = await startOrContinueAttempt(proof, { courseId, quizSlug });
    const choices = attempt.questions.filter((question) => question.exercise.kind === 'choice');
    await submitAttempt(proof, {
      courseId,
      attemptId: attempt.attemptId,
      submissionId: randomUUID(),
      answers: attempt.questions.map((question) => ({
        position: question.position,
        answer: answerFrom(belief, question.exercise, choices.indexOf(question)),
      })),
    });
  }
}
