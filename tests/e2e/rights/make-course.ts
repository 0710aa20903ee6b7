/**
 * Makes a course with everybody in it, work set and work submitted, and people of another course. Run with the address
 * of the database in DATABASE_URL; the last line that it prints is what was made, as JSON (`Places`).
 */
import { randomUUID } from 'node:crypto';
import { proveMembership } from '@/lib/auth/membership';
import { makeAssignment } from '@/lib/classroom/assignments/commands/assignments';
import { submitAttempt } from '@/lib/classroom/attempts';
import { startOrContinueAttempt } from '@/lib/classroom/attempts/commands';
import { copyExercise } from '@/lib/classroom/authoring';
import { makeInvitation } from '@/lib/classroom/invitations';
import { overrideMarks } from '@/lib/classroom/marks';
import { saveQuiz } from '@/lib/classroom/quizzes/commands';
import { db, disconnect } from '@/lib/db/client';
import { closeRunner } from '@/lib/exercises/runner';
import { enrol, makeCourse, makePerson } from '@/prisma/builders';
import { assignmentInput } from '../../integration/classroom/assigned';
import { password } from '../accounts-of-tests';
import { type Person, type Places, people, script, secrets } from './people';
import { exerciseSlug, lessonSlug, textSlug, unitSlug } from './places';

const courseId = await makeCourse(secrets.course + script);
const elsewhere = await makeCourse('Another course');

const roles = {
  student: 'student',
  classmate: 'student',
  studentElsewhere: 'student',
  assistant: 'assistant',
  teacher: 'teacher',
  owner: 'owner',
  teacherElsewhere: 'teacher',
} as const;

// Made again, they are other people: one who is in two courses has other pages.
const run = randomUUID();
const emailOf = (person: Person) => `${person.toLowerCase()}.${run}@rights.lastref`;

const ids = new Map<Person, string>();
for (const person of people) {
  const name = person === 'student' ? secrets.student + script : person;
  const viewer = await makePerson({ name, email: emailOf(person), password });
  await enrol(person.endsWith('Elsewhere') ? elsewhere : courseId, viewer, roles[person]);
  ids.set(person, viewer.id);
}
const viewerOf = (person: Person) =>
  db().user.findUniqueOrThrow({
    where: { id: ids.get(person) ?? '' },
    select: { id: true, name: true, email: true },
  });
const teacher = await proveMembership(await viewerOf('teacher'), courseId, 'teacher');
const student = await proveMembership(await viewerOf('student'), courseId, 'student');

const { id: exerciseId } = await db().exercise.findUniqueOrThrow({
  where: { slug: exerciseSlug },
  select: { id: true },
});
const quizId = randomUUID();
await saveQuiz(teacher, {
  courseId,
  quizId,
  title: secrets.quiz + script,
  items: [{ exerciseId, points: 5 }],
  seen: 0,
});
const { assignmentId } = await makeAssignment(
  teacher,
  await assignmentInput(courseId, {
    title: secrets.assignment + script,
    feedback: 'atOnce',
    solutions: 'atOnce',
  }),
);
const assigned = await db().quiz.findFirstOrThrow({
  where: { courseId, assignmentId },
  select: { slug: true },
});
await makeInvitation(teacher, { courseId, sectionId: null, days: null, usesAllowed: null });
const { code } = await db().invitation.findFirstOrThrow({ where: { courseId }, select: { code: true } });

const { assignmentId: heldId } = await makeAssignment(
  teacher,
  await assignmentInput(courseId, { title: 'Held back', feedback: 'never', solutions: 'never' }),
);
const held = await db().quiz.findFirstOrThrow({ where: { courseId, assignmentId: heldId } });

async function submitted(quizSlug: string): Promise<string> {
  const attempt = await startOrContinueAttempt(student, { courseId, quizSlug });
  const { attemptId } = attempt;
  await submitAttempt(student, { courseId, attemptId, submissionId: randomUUID(), answers: [] });
  return attemptId;
}

/** What a student types into an answer, and a teacher as a reason, is read by others. */
const typed = await startOrContinueAttempt(student, { courseId, quizSlug: textSlug });
await submitAttempt(student, {
  courseId,
  attemptId: typed.attemptId,
  submissionId: randomUUID(),
  answers: [{ position: 1, answer: { kind: 'output', cells: { '1': script } } }],
});
const { id: answerId } = await db().answer.findFirstOrThrow({
  where: { courseId, submission: { attemptId: typed.attemptId } },
  select: { id: true },
});
await overrideMarks(teacher, { courseId, answerId, points: 1, reason: script, seen: 0 });

const { exerciseId: ownExerciseId } = await copyExercise(teacher, { courseId, exerciseId });

const places: Places = {
  emails: Object.fromEntries(people.map((person) => [person, emailOf(person)])) as Places['emails'],
  courseId,
  quizId,
  assignmentId,
  userId: student.viewer.id,
  exerciseId,
  ownExerciseId,
  code,
  attempts: {
    lesson: await submitted(lessonSlug),
    unit: await submitted(unitSlug),
    exercise: await submitted(exerciseSlug),
    quiz: await submitted(quizId),
    assignment: await submitted(assigned.slug),
  },
  held: { assignmentId: heldId, quizId: held.id, attemptId: await submitted(held.slug) },
  elsewhere,
};
await closeRunner();
await disconnect();
console.log(JSON.stringify(places));
