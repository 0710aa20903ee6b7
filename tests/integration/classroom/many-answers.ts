/** Many submitted answers to one exercise, written straight into the database with the marks that they earned. */
import { randomUUID } from 'node:crypto';
import { contentHash } from '@/lib/common/hash';
import { db } from '@/lib/db/client';
import { believedAnswer } from '@/lib/exercises/beliefs/answers';
import { exerciseContentSchema } from '@/lib/exercises/content/exercise-template';
import type { Answer } from '@/lib/exercises/public';
import { simulatorVersion } from '@/lib/exercises/simulator-version';
import { makeVariant, seedOfVariant, solutionOf, type Variant } from '@/lib/exercises/variant';
import { gradeAnswer } from '@/lib/grading/grade';
import { gradingRules, type Marks } from '@/lib/grading/marks';
import { simulate } from '@/lib/simulator';
import type { MisconceptionId } from '@/lib/simulator/misconceptions/ids';
import { Chance, completed, slipped } from '@/prisma/demo/students/slips';

const possible = 10;
/** Rows that one statement writes. */
const atOnce = 1000;

interface Student {
  readonly name: string;
  readonly seed: number;
  readonly body: Answer;
  readonly marks: Marks;
}

/**
 * Answers of `count` students to the exercise's own quiz: of each three one answers truly, one from the belief, and one
 * truly but for slips in a fifth of the cells. The same each time.
 */
export async function makeAnswers(
  courseId: string,
  slug: string,
  belief: MisconceptionId,
  count: number,
): Promise<void> {
  const quiz = await db().quiz.findFirstOrThrow({
    where: { exercise: { slug } },
    select: {
      id: true,
      currentId: true,
      exercise: { select: { currentId: true, current: { select: { content: true } } } },
    },
  });
  const students = studentsOf(quiz.exercise?.current?.content, slug, belief, count);
  const of = { quizId: quiz.id, quizRevisionId: quiz.currentId ?? '' };
  for (let start = 0; start < count; start += atOnce) {
    await write(courseId, of, quiz.exercise?.currentId ?? '', students.slice(start, start + atOnce));
  }
}

function studentsOf(stored: unknown, slug: string, belief: MisconceptionId, count: number): Student[] {
  const content = exerciseContentSchema.parse(stored);
  const chance = new Chance(count, slug);
  const variants = once((seed: number): Extract<Variant, { status: 'made' }> => {
    const made = makeVariant(content, seed, (source) => simulate(source));
    if (made.status !== 'made') throw new Error(`${slug} has no variant for ${seed}`);
    return made;
  });
  const believed = once((seed: number): Answer => {
    const { key, ...variant } = variants(seed);
    const truth = solutionOf(key);
    return completed(believedAnswer(variant, key, [belief])?.answer ?? truth, truth);
  });
  const marked = new Map<string, Marks>();
  return Array.from({ length: count }, (_, index) => {
    const seed = 7000 + index;
    const own = seedOfVariant(content.exercise, seed);
    const { exercise, key } = variants(own);
    const truth = solutionOf(key);
    const body = [truth, believed(own), slipped(key, truth, 0.2, chance)][index % 3] ?? truth;
    const same = contentHash([own, body]);
    const marks = marked.get(same) ?? gradeAnswer(exercise, key, body, possible);
    marked.set(same, marks);
    return { name: `student ${index}`, seed, body, marks };
  });
}

/** The function, computed once for each seed. */
function once<T>(make: (seed: number) => T): (seed: number) => T {
  const known = new Map<number, T>();
  return (seed) => {
    const value = known.get(seed) ?? make(seed);
    known.set(seed, value);
    return value;
  };
}

async function write(
  courseId: string,
  of: { readonly quizId: string; readonly quizRevisionId: string },
  exerciseRevisionId: string,
  students: readonly Student[],
): Promise<void> {
  const rows = students.map((student) => ({
    ...student,
    userId: randomUUID(),
    attemptId: randomUUID(),
    submissionId: randomUUID(),
    answerId: randomUUID(),
  }));
  const at = new Date();
  await db().user.createMany({
    data: rows.map(({ userId: id, name }) => ({ id, name, email: `${id}@example.org` })),
  });
  await db().membership.createMany({
    data: rows.map(({ userId }) => ({ courseId, userId, role: 'student' as const })),
  });
  await db().attempt.createMany({
    data: rows.map(({ attemptId: id, userId, seed }) => {
      return {
        ...of,
        id,
        courseId,
        userId,
        number: 1,
        seed,
        simulatorVersion,
        openedAt: at,
        submittedAt: at,
      };
    }),
  });
  await db().submission.createMany({
    data: rows.map(({ submissionId: id, attemptId }) => ({ id, courseId, attemptId })),
  });
  await db().answer.createMany({
    data: rows.map(({ answerId: id, submissionId, body }) => {
      return { id, courseId, submissionId, position: 1, exerciseRevisionId, body };
    }),
  });
  await db().marks.createMany({
    data: rows.map(({ answerId, marks: { points, cells } }) => {
      return { courseId, answerId, points, possible, cells: [...cells], rules: gradingRules };
    }),
  });
}
