/** A course with one person of each role, for tests. */
import { randomUUID } from 'node:crypto';
import { proveMembership } from '@/lib/auth/membership';
import type { Role } from '@/lib/auth/policy';
import type { CourseProof } from '@/lib/auth/proof';
import type { Viewer } from '@/lib/auth/viewer';
import { db } from '@/lib/db/client';
import { enrol, makeCourse, makePerson } from '@/prisma/builders';

export interface Staffed {
  readonly courseId: string;
  readonly owner: CourseProof<'teacher'>;
  /** The same person, for what owners alone do. */
  readonly asOwner: CourseProof<'owner'>;
  readonly teacher: CourseProof<'teacher'>;
  readonly assistant: CourseProof<'teacher'>;
  readonly student: CourseProof<'student'>;
}

/** Somebody whom no course knows. */
export const somebody = (name = 'Somebody'): Promise<Viewer> =>
  makePerson({ name, email: `${name.replaceAll(' ', '.')}.${randomUUID()}@example.org`.toLowerCase() });

export async function member(courseId: string, role: Role, name: string = role): Promise<Viewer> {
  const person = await somebody(name);
  await enrol(courseId, person, role);
  return person;
}

export async function staffedCourse(title = 'Course'): Promise<Staffed> {
  const courseId = await makeCourse(title);
  const owner = await member(courseId, 'owner');
  return {
    courseId,
    owner: await proveMembership(owner, courseId, 'teacher'),
    asOwner: await proveMembership(owner, courseId, 'owner'),
    teacher: await proveMembership(await member(courseId, 'teacher'), courseId, 'teacher'),
    assistant: await proveMembership(await member(courseId, 'assistant'), courseId, 'teacher'),
    student: await proveMembership(await member(courseId, 'student'), courseId, 'student'),
  };
}

export const membershipOf = (courseId: string, { id }: { readonly id: string }) =>
  db().membership.findUnique({ where: { courseId_userId: { courseId, userId: id } } });

/** What the audit of a course says was done, in its order. */
export async function auditOf(courseId: string): Promise<string[]> {
  const rows = await db().auditRow.findMany({ where: { courseId }, orderBy: [{ at: 'asc' }, { id: 'asc' }] });
  return rows.map(({ action }) => action);
}

/** Runs all at the same moment, and answers how each ended: "done", or the code of its error. */
export async function atOnce(...works: (() => Promise<unknown>)[]): Promise<string[]> {
  return Promise.all(
    works.map((work) =>
      work().then(
        () => 'done',
        (error: { code?: string }) => error.code ?? 'unknown',
      ),
    ),
  );
}
