/** The people of the demo course: two accounts that can sign in, and forty synthetic students in two sections. */
import type { Viewer } from '@/lib/auth/viewer';
import { db } from '@/lib/db/client';
import { enrol, makePerson } from '../builders';
import { demoStudents, sections } from './students/class';

export interface DemoAccount {
  readonly role: string;
  readonly email: string;
  readonly password: string;
}

/** Known to everybody; the start says so where other machines can reach it. */
const password = 'demo-lastref';

export const demoTeacher = { role: 'teacher', name: 'Demo teacher', email: 'teacher@demo.lastref', password };
const demoStudent = { role: 'student', name: 'Demo student', email: 'student@demo.lastref', password };

export const accounts: readonly DemoAccount[] = [demoTeacher, demoStudent].map(({ role, email }) => ({
  role,
  email,
  password,
}));

/** Who signs in. A course has an owner at all times. */
export async function enrolAccounts(courseId: string): Promise<void> {
  await enrol(courseId, await makePerson(demoTeacher), 'owner');
  await enrol(courseId, await makePerson(demoStudent), 'student');
}

/**
 * The synthetic students who are in the course, by their addresses. They are put into it, and into their sections, once:
 * who was removed, or moved to another section, stays so. None of them can sign in.
 */
export async function enrolStudents(courseId: string): Promise<ReadonlyMap<string, Viewer>> {
  await db().section.createMany({
    data: sections.map((title) => ({ courseId, title })),
    skipDuplicates: true,
  });
  const made = await db().section.findMany({ where: { courseId }, select: { id: true, title: true } });
  const sectionIds = new Map(made.map(({ id, title }) => [title, id]));
  await db().user.createMany({
    data: demoStudents.map(({ name, email }) => ({ name, email })),
    skipDuplicates: true,
  });
  const users = await db().user.findMany({
    where: { email: { in: demoStudents.map(({ email }) => email) } },
    select: { id: true, name: true, email: true },
  });
  const byEmail = new Map(users.map((user) => [user.email, user]));
  await db().membership.createMany({
    data: demoStudents.map(({ email, section }) => ({
      courseId,
      userId: byEmail.get(email)?.id ?? '',
      role: 'student' as const,
      sectionId: sectionIds.get(section) ?? null,
    })),
    skipDuplicates: true,
  });
  const present = await db().membership.findMany({
    where: { courseId, role: 'student', removedAt: null, userId: { in: users.map(({ id }) => id) } },
    select: { userId: true },
  });
  const here = new Set(present.map(({ userId }) => userId));
  return new Map([...byEmail].filter(([, { id }]) => here.has(id)));
}
