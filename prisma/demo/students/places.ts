/** Where the synthetic students work: the quiz of the first lesson, and the assignments of the demo course. */
import { db } from '@/lib/db/client';
import { exerciseContentSchema } from '@/lib/exercises/content/exercise-template';
import { beliefsFor, variantOf } from '@/lib/exercises/keys';
import type { DemoPlace, DemoQuestion } from './work';

/** Few, so that each variant has enough answers to be looked at; a start computes each of them once. */
const seeds = [101, 202, 303] as const;
const day = 86_400_000;

interface StoredPlace {
  readonly id: string;
  readonly current: {
    readonly id: string;
    readonly title: string;
    readonly items: readonly {
      readonly position: number;
      readonly points: { toNumber(): number };
      readonly exerciseRevision: { readonly id: string; readonly content: unknown };
    }[];
  } | null;
  readonly assignment: {
    readonly opensAt: Date;
    readonly dueAt: Date | null;
    readonly closesAt: Date | null;
    readonly sharedSeed: number | null;
  } | null;
}

export const itemsOfQuiz = {
  select: {
    position: true,
    points: true,
    exerciseRevision: { select: { id: true, content: true } },
  },
  orderBy: { position: 'asc' },
} as const;

/** The places at which none of these students has begun yet, in the order of time, with their variants. */
export async function placesToFill(
  courseId: string,
  students: readonly string[],
  lessonQuiz: string,
  now: Date,
): Promise<DemoPlace[]> {
  const quizzes: StoredPlace[] = await db().quiz.findMany({
    where: {
      retiredAt: null,
      OR: [{ slug: lessonQuiz }, { courseId, assignmentId: { not: null } }],
      attempts: { none: { courseId, userId: { in: [...students] } } },
    },
    select: {
      id: true,
      current: {
        select: {
          id: true,
          title: true,
          items: itemsOfQuiz,
        },
      },
      assignment: { select: { opensAt: true, dueAt: true, closesAt: true, sharedSeed: true } },
    },
  });
  const places = await Promise.all(quizzes.map((quiz) => placeOf(quiz, now)));
  return places.filter((place) => place !== null).toSorted((a, b) => a.from.getTime() - b.from.getTime());
}

/** Null where there is nothing to work at, or not yet. */
async function placeOf({ id, current, assignment }: StoredPlace, now: Date): Promise<DemoPlace | null> {
  if (current === null) return null;
  const until = (end: Date | null | undefined) => new Date(Math.min((end ?? now).getTime(), now.getTime()));
  const from = assignment?.opensAt ?? new Date(now.getTime() - 21 * day);
  const to = assignment === null ? new Date(from.getTime() + 6 * day) : until(assignment.dueAt);
  if (to <= from) return null;
  const drawn =
    assignment === null ? [seeds[0]] : assignment.sharedSeed === null ? seeds : [assignment.sharedSeed];
  const variants = await Promise.all(
    drawn.map(async (seed) => [seed, await questionsOf(current.items, seed)] as const),
  );
  return {
    quizId: id,
    quizRevisionId: current.id,
    title: current.title,
    isLesson: assignment === null,
    from,
    to,
    late: assignment === null ? to : until(assignment.closesAt),
    variants: new Map(variants),
  };
}

/** The questions of a quiz in one variant. */
export function questionsOf(
  items: NonNullable<StoredPlace['current']>['items'],
  seed: number,
): Promise<DemoQuestion[]> {
  return Promise.all(
    items.map(async ({ position, points, exerciseRevision }) => {
      const content = exerciseContentSchema.parse(exerciseRevision.content);
      const variant = await variantOf(exerciseRevision.id, content, seed);
      const beliefs = await beliefsFor(exerciseRevision.id, seed, variant);
      return {
        ...variant,
        position,
        points: points.toNumber(),
        exerciseRevisionId: exerciseRevision.id,
        beliefs,
      };
    }),
  );
}
