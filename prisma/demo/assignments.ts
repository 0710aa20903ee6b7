/** The assignments of the demo course: one that is open, one that is due soon, one that has closed. */
import { proveMembership } from '@/lib/auth/membership';
import { makeAssignment } from '@/lib/classroom/assignments/commands/assignments';
import { databaseNow } from '@/lib/classroom/assignments/queries/gate';
import type { MakeAssignmentInput } from '@/lib/classroom/assignments/schema';
import { writeLocal } from '@/lib/classroom/assignments/zones';
import { db } from '@/lib/db/client';

interface DemoAssignment {
  readonly title: string;
  /** Days from the first start. */
  readonly opens: number;
  readonly due: number;
  readonly closes: number;
  readonly latePercent: number;
  readonly variants: MakeAssignmentInput['variants'];
  readonly exercises: readonly string[];
}

const plan: readonly DemoAssignment[] = [
  {
    title: 'Demo: references and copies (open)',
    opens: -1,
    due: 6,
    closes: 9,
    latePercent: 10,
    variants: 'shared',
    exercises: [
      'reference-counts/two-names-one-array',
      'del-and-rebinding/one-name-left',
      'del-and-rebinding/del-a-slot-or-a-name',
      'copies/slices-of-a-list',
    ],
  },
  {
    title: 'Demo: counting references (due soon)',
    opens: -5,
    due: 1,
    closes: 1,
    latePercent: 0,
    variants: 'shared',
    exercises: [
      'reference-counts/count-drops-to-zero',
      'reference-counts/a-view-counts-too',
      'del-and-rebinding/after-a-swap',
    ],
  },
  {
    title: 'Demo: values through names (closed)',
    opens: -14,
    due: -7,
    closes: -6,
    latePercent: 20,
    variants: 'own',
    exercises: [
      'names-and-objects/value-through-the-other-name',
      'names-and-objects/names-change-places',
      'names-and-objects/a-name-that-moves-on',
      'reference-counts/count-after-each-step',
    ],
  },
];

const lock = 72_707_372;
const sharedSeed = 404;

/** Makes them where the course has none yet, as its teacher does. Exercises that are not there are left out. */
export async function makeDemoAssignments(courseId: string, teacher: string): Promise<void> {
  const viewer = await db().user.findUniqueOrThrow({
    where: { email: teacher },
    select: { id: true, name: true, email: true },
  });
  const proof = await proveMembership(viewer, courseId, 'teacher');
  await db().$transaction(
    async (tx) => {
      // Two starts on one database at the same moment make them once.
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(${lock})`;
      if ((await tx.assignment.count({ where: { courseId } })) > 0) return;
      const now = await databaseNow(tx);
      for (const one of plan) {
        const input = await inputOf(courseId, one, now);
        if (input.items.length > 0) await makeAssignment(proof, input);
      }
      // The same variants on every machine: what the synthetic students answer to them is the same then too.
      await tx.assignment.updateMany({
        where: { courseId, sharedSeed: { not: null } },
        data: { sharedSeed },
      });
    },
    { timeout: 60_000 },
  );
}

async function inputOf(courseId: string, one: DemoAssignment, now: Date): Promise<MakeAssignmentInput> {
  const { timeZone } = await db().course.findUniqueOrThrow({
    where: { id: courseId },
    select: { timeZone: true },
  });
  const exercises = await db().exercise.findMany({
    where: { slug: { in: [...one.exercises] }, retiredAt: null, currentId: { not: null } },
    select: { id: true },
    orderBy: { slug: 'asc' },
  });
  const at = (days: number) => writeLocal(new Date(now.getTime() + days * 86_400_000), timeZone);
  return {
    courseId,
    title: one.title,
    opens: at(one.opens),
    due: at(one.due),
    closes: at(one.closes),
    attempts: 2,
    counting: 'best',
    latePercent: one.latePercent,
    lateGraceMinutes: 10,
    lateFloorPercent: 0,
    feedback: 'atOnce',
    solutions: 'afterDue',
    variants: one.variants,
    sectionIds: [],
    items: exercises.map(({ id }) => ({ type: 'exercise', exerciseId: id, points: 10 })),
  };
}
