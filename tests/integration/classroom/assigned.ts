/** Assignments for tests: what a teacher enters, dates that lie around now, and answers. */
import { randomUUID } from 'node:crypto';
import type { MakeAssignmentInput } from '@/lib/classroom/assignments/schema';
import { writeLocal } from '@/lib/classroom/assignments/zones';
import type { AttemptView } from '@/lib/classroom/attempts/schema';
import { db } from '@/lib/db/client';
import { type Belief, beliefs } from '@/prisma/demo/beliefs';
import { submissionFrom } from './class';

/** So many minutes from now. */
export const minutes = (count: number): Date => new Date(Date.now() + count * 60_000);

const exercises = ['reference-counts/two-names-one-array', 'del-and-rebinding/one-name-left'];

/** Opened an hour ago, due in an hour, closes in two: in UTC, as the courses of tests are. */
export async function assignmentInput(
  courseId: string,
  more: Partial<MakeAssignmentInput> = {},
): Promise<MakeAssignmentInput> {
  const [first, second] = await Promise.all(
    exercises.map((slug) => db().exercise.findUniqueOrThrow({ where: { slug }, select: { id: true } })),
  );
  const lesson = await db().lesson.findFirstOrThrow({ where: { retiredAt: null }, select: { id: true } });
  return {
    courseId,
    title: 'References',
    opens: writeLocal(minutes(-60), 'UTC'),
    due: writeLocal(minutes(60), 'UTC'),
    closes: writeLocal(minutes(120), 'UTC'),
    attempts: 2,
    counting: 'best',
    latePercent: 10,
    lateGraceMinutes: 0,
    lateFloorPercent: 0,
    feedback: 'atOnce',
    solutions: 'afterDue',
    variants: 'own',
    sectionIds: [],
    items: [
      { type: 'exercise', exerciseId: first?.id ?? '', points: 10 },
      { type: 'lesson', lessonId: lesson.id },
      { type: 'exercise', exerciseId: second?.id ?? '', points: 5 },
    ],
    ...more,
  };
}

/** Moves dates under everybody's feet, as a teacher may. */
export async function moveDates(
  assignmentId: string,
  dates: { opensAt?: Date; dueAt?: Date; closesAt?: Date },
): Promise<void> {
  await db().assignment.update({ where: { id: assignmentId }, data: dates });
}

/** Answers from a belief. */
export const submissionTo = (attempt: AttemptView, belief: Belief = beliefs.right) =>
  submissionFrom(attempt, belief, randomUUID());
