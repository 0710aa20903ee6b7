/** Taking the demo course away, for good: the next start does not make it again. */
import { db } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client';

const removed = { action: 'demo.removed', courseId: null } as const;

/** Whether the demo course was taken away, and not brought back since. */
export async function wasRemoved(tx: Prisma.TransactionClient): Promise<boolean> {
  const last = await tx.auditRow.findFirst({
    where: { courseId: null, action: { in: ['demo.removed', 'demo.restored'] } },
    select: { action: true },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
  });
  return last?.action === removed.action;
}

/**
 * Erases the demo course with all that was done in it, and the people made for it who are in no other course and have
 * done nothing elsewhere. Answers how many people that were; null where there is no demo course.
 */
export async function removeDemoCourse(): Promise<{ readonly people: number } | null> {
  return db().$transaction(
    async (tx) => {
      const course = await tx.course.findFirst({ where: { isDemo: true }, select: { id: true } });
      if (course === null) return null;
      // Rows that are never changed may be erased with their course: see the first migration.
      await tx.$executeRaw`SET LOCAL lastref.erase = 'on'`;
      await tx.course.delete({ where: { id: course.id } });
      const { count: people } = await tx.user.deleteMany({
        where: {
          email: { endsWith: '@demo.lastref' },
          memberships: { none: {} },
          endedMemberships: { none: {} },
          invitations: { none: {} },
          auditRows: { none: {} },
          overrides: { none: {} },
          regrades: { none: {} },
          extensions: { none: {} },
          excuses: { none: {} },
        },
      });
      await note(tx, 'demo.removed', course.id);
      return { people };
    },
    { timeout: 60_000 },
  );
}

/** Lets the next start make the demo course again. False where it was not removed. */
export async function restoreDemoCourse(): Promise<boolean> {
  return db().$transaction(async (tx) => {
    if (!(await wasRemoved(tx))) return false;
    await note(tx, 'demo.restored', '');
    return true;
  });
}

async function note(
  tx: Prisma.TransactionClient,
  action: 'demo.removed' | 'demo.restored',
  subjectId: string,
): Promise<void> {
  await tx.auditRow.create({ data: { action, subjectType: 'Course', subjectId, detail: {} } });
}
