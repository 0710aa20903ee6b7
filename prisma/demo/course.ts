import { databaseNow } from '@/lib/classroom/assignments/queries/gate';
import { db } from '@/lib/db/client';
import { makeCourse } from '../builders';
import { makeDemoAssignments } from './assignments';
import { accounts, type DemoAccount, demoTeacher, enrolAccounts, enrolStudents } from './people';
import { wasRemoved } from './removal';
import { letStudentsWork } from './students';
import { keepStudentsAtWork } from './students/at-work';
import { submitWritten } from './written';

const courseTitle = 'Demo course';
const lock = 72_707_371;

/**
 * Makes the demo course, or what is missing of it; dates are counted from the moment of the first start. Answers the
 * accounts that can sign in; none where the course was removed.
 */
export async function makeDemoCourse(): Promise<readonly DemoAccount[]> {
  // Two starts on one database at the same moment make one course.
  const course = await db().$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${lock})`;
    const known = await tx.course.findFirst({
      where: { isDemo: true },
      select: { id: true, archivedAt: true },
    });
    if (known !== null || (await wasRemoved(tx))) return known;
    return { id: await makeCourse(courseTitle, { isDemo: true }), archivedAt: null };
  });
  if (course === null) return [];
  // An archived course takes nothing more.
  if (course.archivedAt !== null) return accounts;
  await enrolAccounts(course.id);
  const students = await enrolStudents(course.id);
  await makeDemoAssignments(course.id, demoTeacher.email);
  await submitWritten(course.id, students);
  const now = await databaseNow();
  await letStudentsWork(course.id, students, now);
  await keepStudentsAtWork(course.id, students, now);
  return accounts;
}
