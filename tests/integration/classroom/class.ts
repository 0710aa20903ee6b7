/** A course with the catalogue, a teacher and students, for tests. */
import { randomUUID } from 'node:crypto';
import { proveMembership } from '@/lib/auth/membership';
import type { CourseProof } from '@/lib/auth/proof';
import { startOrContinueAttempt } from '@/lib/classroom/attempts/commands';
import type { AttemptView } from '@/lib/classroom/attempts/schema';
import { syncContent } from '@/lib/classroom/content/commands';
import { enrol, makeCourse, makePerson } from '@/prisma/builders';
import { answerFrom, type Belief } from '@/prisma/demo/beliefs';

export const quizSlug = 'garbage-collection-and-array-references';

export interface TestClass {
  readonly courseId: string;
  readonly teacher: CourseProof<'teacher'>;
  readonly student: CourseProof<'student'>;
  readonly other: CourseProof<'student'>;
}

/** Loads the catalogue. */
export async function loadCatalogue(): Promise<void> {
  const { problems } = await syncContent('exercises');
  if (problems.length > 0) throw new Error(`the catalogue has problems: ${JSON.stringify(problems)}`);
}

/** A course of its own, with people of its own. */
export async function makeClass(title: string): Promise<TestClass> {
  const courseId = await makeCourse(title);
  const member = async (role: 'teacher' | 'student', name: string) => {
    const person = await makePerson({ name, email: `${name}.${title}@example.org` });
    await enrol(courseId, person, role);
    return person;
  };
  return {
    courseId,
    teacher: await proveMembership(await member('teacher', 'teacher'), courseId, 'teacher'),
    student: await proveMembership(await member('student', 'ada'), courseId, 'student'),
    other: await proveMembership(await member('student', 'bela'), courseId, 'student'),
  };
}

export const start = (proof: CourseProof<'student'>): Promise<AttemptView> =>
  startOrContinueAttempt(proof, { courseId: proof.courseId, quizSlug });

/** A submission that answers every question from one belief. */
export function submissionFrom(attempt: AttemptView, belief: Belief, submissionId: string = randomUUID()) {
  const choices = attempt.questions.filter((question) => question.exercise.kind === 'choice');
  return {
    courseId: attempt.courseId,
    attemptId: attempt.attemptId,
    submissionId,
    answers: attempt.questions.map((question) => ({
      position: question.position,
      answer: answerFrom(belief, question.exercise, choices.indexOf(question)),
    })),
  };
}
