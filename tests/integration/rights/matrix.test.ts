/**
 * Every action and every route × everybody who may come. The doors are read from the code: one that is added and not
 * listed in table.ts fails, and who is not listed as passing is refused.
 */
import { readdirSync } from 'node:fs';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { z } from 'zod';
import type { SessionClaims } from '@/lib/auth/session';
import { isAppError } from '@/lib/common/errors';
import { enrol, makeCourse, makePerson } from '@/prisma/builders';
import { connectFreshDatabase } from '@/tests/helpers/database';
import { inputs } from './inputs';
import { type Door, doors, type Person, persons, type Verdict } from './persons';
import { actions, apiRoutes, routesOfTheirOwn } from './table';

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

type Input = { readonly courseId: string };

interface Definition {
  readonly input: z.ZodType<Input>;
  readonly authorise: (input: Input) => Promise<unknown>;
  readonly act: (proof: unknown, input: Input) => Promise<unknown>;
}
const isDefinition = (value: unknown): value is Definition =>
  typeof value === 'object' && value !== null && 'authorise' in value;

/** All definitions of the modules, by the name that the table gives them. */
async function definitions(
  files: readonly string[],
  load: (file: string) => Promise<Record<string, unknown>>,
  nameOf: (file: string, exported: string) => string,
): Promise<Map<string, unknown>> {
  const found = new Map<string, unknown>();
  for (const file of files) {
    for (const [exported, value] of Object.entries(await load(file))) {
      if (exported !== 'dynamic') found.set(nameOf(file, exported), value);
    }
  }
  return found;
}

const actionFiles = readdirSync('app/_actions').map((file) => file.replace(/\.ts$/, ''));
const routeFiles = readdirSync('app/api', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('route.ts'))
  .map((file) => file.replace(/\/route\.ts$/, ''))
  .filter((file) => !(file in routesOfTheirOwn));

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
  [
    'action',
    actions,
    () =>
      definitions(
        actionFiles,
        (file) => import(`../../../app/_actions/${file}.ts`),
        (file, exported) => `${file}/${exported}`,
      ),
  ],
  [
    'route',
    apiRoutes,
    () =>
      definitions(
        routeFiles,
        (file) => import(/* @vite-ignore */ `${process.cwd()}/app/api/${file}/route.ts`),
        (file, exported) => `${exported} ${file}`,
      ),
  ],
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
