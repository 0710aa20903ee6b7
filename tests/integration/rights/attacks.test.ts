/**
 * Attacker and victim. The attacker owns a course and is let do everything there; they send what belongs to another course,
 * or to another student, or fields that no form has. Nothing of the victim changes, and nothing of it is answered.
 */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { CourseProof } from '@/lib/auth/proof';
import { draftInputSchema, submitInputSchema } from '@/lib/classroom/attempts/schema';
import { isAppError } from '@/lib/common/errors';
import { closeRunner } from '@/lib/exercises/runner';
import { connectFreshDatabase } from '@/tests/helpers/database';
import { loadCatalogue } from '../classroom/class';
import { allActions, allRoutes, type Definition, isDefinition } from './definitions';
import { inputs } from './inputs';
import { makeAttacker, makeVictim, rowsOf, type VictimIds } from './victim';

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

let victim: Awaited<ReturnType<typeof makeVictim>>;
let attacker: CourseProof<'owner'>;
let definitions: Map<string, Definition>;

beforeAll(async () => {
  await loadCatalogue();
  victim = await makeVictim();
  attacker = await makeAttacker();
  definitions = new Map();
  for (const [name, value] of [...(await allActions()), ...(await allRoutes())])
    if (isDefinition(value)) definitions.set(name, value);
});
afterAll(closeRunner);

const answer = { kind: 'choice', chosen: ['a'] };

/** What members send; what staff send stands in inputs.ts. */
const ofMembers: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'attempts/startAction': { quizSlug: 'quizSlug' },
  'attempts/saveDraftAction': { attemptId: randomUUID(), position: 1, version: 1, answer },
  'attempts/submitAction': { attemptId: randomUUID(), submissionId: randomUUID(), answers: [] },
  'attempts/denyDiagnosisAction': { attemptId: randomUUID(), marksId: randomUUID() },
  'GET courses/[courseId]/live/board': { quiz: 'quizSlug' },
};

/** The same input, with the victim's ids wherever it names one. */
function reaching(value: unknown, ids: VictimIds, key = ''): unknown {
  if (typeof value === 'string') return ids[key] ?? ids[value] ?? value;
  if (Array.isArray(value)) return value.map((one) => reaching(one, ids, key.replace(/s$/, '')));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, reaching(inner, ids, name)]));
}

const samples = { ...inputs, ...ofMembers };
/** Those that name something that may be another course's. */
const named = Object.entries(samples).filter(
  ([, sample]) =>
    JSON.stringify(reaching(sample, { quizSlug: 'x' })) !== JSON.stringify(sample) ||
    /[0-9a-f]{8}-/.test(JSON.stringify(sample)),
);
/** Computes from the text that is sent; an id is written into what it answers, and looked up nowhere. */
const harmless = ['authoring/makeTableQuestionAction'];

async function outcome(name: string, input: Readonly<Record<string, unknown>>): Promise<string> {
  const definition = definitions.get(name);
  if (definition === undefined) throw new Error(`there is no ${name}`);
  try {
    const done = await definition.act(attacker, definition.input.parse(input));
    return `done: ${JSON.stringify(done)}`;
  } catch (error) {
    if (isAppError(error)) return error.code;
    throw error;
  }
}

/** Goes by the proof alone: it answers what is the attacker's own. */
const ownAnyway = ['roster/exportRosterAction'];

const refused = /^(not-found|invalid-input|forbidden|conflict)$/;

describe('ids of another course', () => {
  it.each(named)('%s: what belongs to the victim, in a course of one’s own', async (name, sample) => {
    const before = await rowsOf(victim.courseId);
    const input = reaching(sample, victim.ids) as Record<string, unknown>;
    const ended = await outcome(name, { ...input, courseId: attacker.courseId });
    if (!harmless.includes(name)) expect(ended).toMatch(refused);
    expect(ended).not.toContain('victim');
    expect(await rowsOf(victim.courseId)).toEqual(before);
  });

  it.each(Object.entries(samples))('%s: the course of the victim, past its door', async (name, sample) => {
    const before = await rowsOf(victim.courseId);
    const input = reaching(sample, victim.ids) as Record<string, unknown>;
    const ended = await outcome(name, { ...input, courseId: victim.courseId });
    if (!ownAnyway.includes(name)) expect(ended).toMatch(refused);
    expect(ended).not.toContain('victim');
    expect(await rowsOf(victim.courseId)).toEqual(before);
  });

  it('a place that is kept for somebody else is not taken by its id', async () => {
    const before = await rowsOf(victim.courseId);
    const seat = definitions.get('joining/takeSeatAction');
    const taken = seat?.act(attacker.viewer, { seatId: victim.ids.seatId } as never);
    await expect(taken).rejects.toMatchObject({ code: 'not-found' });
    expect(await rowsOf(victim.courseId)).toEqual(before);
  });
});

describe('what is another student’s, in the same course', () => {
  it.each(['attemptId', 'submittedId'])(
    'an attempt (%s) is neither saved, nor submitted, nor spoken for',
    async (which) => {
      const before = await rowsOf(victim.courseId);
      const { marksId, [which]: attemptId } = victim.ids;
      const { courseId } = victim;
      for (const [name, sample] of Object.entries(ofMembers)) {
        if (!('attemptId' in sample)) continue;
        const definition = definitions.get(name);
        const input = { ...sample, courseId, attemptId, ...('marksId' in sample ? { marksId } : {}) };
        await expect(definition?.act(victim.other, input)).rejects.toMatchObject({ code: 'not-found' });
      }
      expect(await rowsOf(victim.courseId)).toEqual(before);
    },
  );
});

/** What somebody might add to a form, to be more than they are or to have more than they earned. */
const fields = [
  'userId',
  'actorId',
  'authorId',
  'role',
  'marks',
  'points',
  'possible',
  'attempts',
  'number',
  'seed',
  'submittedAt',
  'arrivedAt',
  'openedAt',
  'dueAt',
  'archivedAt',
  'retiredAt',
  'isDemo',
  'id',
  'proof',
  'viewer',
  'emailProvenAt',
  'credentialsVersion',
  'passwordHash',
  'denied',
  'version',
  'sharedSeed',
  '__proto__x',
];
/** Those that an action takes because it is about them. */
const taken: Readonly<Record<string, readonly string[]>> = {
  'assignments/makeAssignmentAction': ['attempts'],
  'assignments/changeAssignmentAction': ['attempts', 'version'],
  'assignments/extendAction': ['userId'],
  'attempts/saveDraftAction': ['version'],
  'authoring/previewExerciseAction': ['seed'],
  'authoring/misconceptionsOfDraftAction': ['seed'],
  'marks/excuseAction': ['userId'],
  'marks/overrideAction': ['points'],
  'people/changeRoleAction': ['userId', 'role'],
  'people/putBackAction': ['userId'],
  'people/removePersonAction': ['userId'],
  'people/transferCourseAction': ['userId'],
};

describe('fields that no form has', () => {
  it('are taken by no action and no route', () => {
    const took: Record<string, string[]> = {};
    for (const [name, { input }] of definitions) {
      const { error } = input.safeParse(Object.fromEntries(fields.map((field) => [field, 1])));
      const unknown =
        error?.issues.flatMap((issue) => (issue.code === 'unrecognized_keys' ? issue.keys : [])) ?? [];
      const known = fields.filter((field) => !unknown.includes(field));
      if (known.length > 0) took[name] = known;
    }
    const sorted = (table: Readonly<Record<string, readonly string[]>>) =>
      Object.fromEntries(Object.entries(table).map(([name, list]) => [name, list.toSorted()]));
    expect(sorted(took)).toEqual(sorted(taken));
  });

  it('are not taken with an answer: nobody brings their own marks', () => {
    const ids = { courseId: randomUUID(), attemptId: randomUUID() };
    const one = { position: 1, answer };
    const submission = (answers: unknown) => ({ ...ids, submissionId: randomUUID(), answers });
    expect(submitInputSchema.safeParse(submission([one])).success).toBe(true);
    expect(draftInputSchema.safeParse({ ...ids, ...one, version: 0 }).success).toBe(true);
    for (const forged of [{ points: 10 }, { marks: { points: 10 } }, { state: 'correct' }, { cells: [] }]) {
      for (const bad of [
        { ...one, ...forged },
        { ...one, answer: { ...answer, ...forged } },
      ]) {
        expect(submitInputSchema.safeParse(submission([bad])).success).toBe(false);
        expect(draftInputSchema.safeParse({ ...ids, ...bad, version: 0 }).success).toBe(false);
      }
    }
  });
});
