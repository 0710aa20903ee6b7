/**
 * Every action and every route × everybody who may come. The doors are read from the code: one that is added and not
 * listed in table.ts fails, and who is not listed as passing is refused.
 */
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { SessionClaims } from '@/lib/auth/session';
import { isAppError } from '@/lib/common/errors';
import { enrol, makeCourse, makePerson } from '@/prisma/builders';
import { connectFreshDatabase } from '@/tests/helpers/database';
import { allActions, allRoutes, type Definition, isDefinition } from './definitions';
import { inputs } from './inputs';
import { type Door, doors, type Person, persons, type Verdict } from './persons';
import { actions, apiRoutes } from './table';

/** Who is signed in; null: nobody. */
const here = vi.hoisted(() => ({ claims: null as SessionClaims | null }));
vi.mock('next-auth', async (original) => ({
  ...(await original<typeof import('next-auth')>()),
  getServerSession: async () => (here.claims === null ? null : { claims: here.claims }),
}));
// The definitions themselves, so that the door can be tried without what stands behind it.
vi.mock('@/lib/web', async (original) => {
  const itself = (definition: unknown) => definition;
  return {
    ...(await original<typeof import('@/lib/web')>()),
    defineAction: itself,
    defineRoute: itself,
    defineStream: itself,
    defineDownload: itself,
  };
});

connectFreshDatabase();

const members = new Map<Person, SessionClaims | null>([['nobody', null]]);
let courseId: string;

beforeAll(async () => {
  courseId = await makeCourse('Rights');
  const elsewhere = await makeCourse('Elsewhere');
  const enter = async (
    person: Person,
    course: string,
    role: 'student' | 'assistant' | 'teacher' | 'owner',
  ) => {
    const { id } = await makePerson({ name: person, email: `${person}@example.org` });
    await enrol(course, { id, name: person, email: `${person}@example.org` }, role);
    members.set(person, { userId: id, credentialsVersion: 1 });
  };
  for (const role of ['student', 'assistant', 'teacher', 'owner'] as const) await enter(role, courseId, role);
  await enter('studentElsewhere', elsewhere, 'student');
  await enter('teacherElsewhere', elsewhere, 'teacher');
});

/**
 * Whether a person gets past the door and, where there is an input to try it with, is let do what stands behind it. What
 * else goes wrong there (nothing that the input names exists) is none of the door's business.
 */
async function verdictFor(
  person: Person,
  { input, authorise, act }: Definition,
  sample: Readonly<Record<string, unknown>> | undefined,
): Promise<Verdict> {
  here.claims = members.get(person) ?? null;
  let proof: unknown;
  try {
    proof = await authorise({ courseId });
  } catch (error) {
    if (isAppError(error)) return error.code as Verdict;
    throw error;
  }
  if (sample === undefined) return 'passes';
  const parsed = input.parse({ courseId, ...sample });
  return act(proof, parsed).then(
    () => 'passes',
    (error: unknown) => {
      if (!isAppError(error)) throw error;
      return error.code === 'forbidden' ? 'forbidden' : 'passes';
    },
  );
}

async function rowOf(name: string, definition: unknown): Promise<Record<string, Verdict>> {
  if (!isDefinition(definition)) throw new Error('it is made by none of the doors of lib/web');
  const row: Record<string, Verdict> = {};
  for (const person of persons) row[person] = await verdictFor(person, definition, inputs[name]);
  return row;
}

describe.each([
  ['action', actions, allActions],
  ['route', apiRoutes, allRoutes],
] as const)('every %s', (_, table, load) => {
  it('is listed, and nothing else is', async () => {
    expect([...(await load()).keys()].sort()).toEqual(Object.keys(table).sort());
  });

  it.each(Object.entries(table))('%s: %s', async (name, door) => {
    expect(await rowOf(name, (await load()).get(name))).toEqual(doors[door]);
  });
});

it('everything in a course that not every member may do is tried to its end', () => {
  const anyMember: readonly Door[] = ['open', 'signedIn', 'member'];
  const closed = Object.entries(actions).filter(([, door]) => !anyMember.includes(door));
  const routes = Object.entries(apiRoutes).filter(([, door]) => door !== 'staff');
  expect(Object.keys(inputs).sort()).toEqual([...closed, ...routes].map(([name]) => name).sort());
});
