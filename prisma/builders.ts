/** Makes people and courses, for the demo course and for tests. */
import { hashPassword } from '@/lib/auth/password';
import type { Role } from '@/lib/auth/policy';
import { normalEmail, type Viewer } from '@/lib/auth/viewer';
import { db } from '@/lib/db/client';

export interface PersonToMake {
  readonly name: string;
  readonly email: string;
  /** None: this person cannot sign in. */
  readonly password?: string;
}

/** The person with this address; made now where there is none. */
export async function makePerson({ name, email, password }: PersonToMake): Promise<Viewer> {
  const select = { id: true, name: true, email: true } as const;
  const known = await db().user.findUnique({ where: { email: normalEmail(email) }, select });
  if (known !== null) return known;
  const passwordHash = password === undefined ? null : await hashPassword(password);
  return db().user.create({ data: { name, email: normalEmail(email), passwordHash }, select });
}

/** A new course. Answers its id. */
export async function makeCourse(title: string, options: { isDemo?: boolean } = {}): Promise<string> {
  const { id } = await db().course.create({
    data: { title, isDemo: options.isDemo ?? false },
    select: { id: true },
  });
  return id;
}

/** Puts a person into a course, or changes their role there. */
export async function enrol(courseId: string, person: Viewer, role: Role): Promise<void> {
  await db().membership.upsert({
    where: { courseId_userId: { courseId, userId: person.id } },
    create: { courseId, userId: person.id, role },
    update: { role, removedAt: null },
  });
}
