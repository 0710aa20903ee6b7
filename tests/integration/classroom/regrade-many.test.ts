/** A regrade of thousands of answers, and what comes while it is being written. `npm run bench:regrade` has its times. */
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startOrContinueAttempt } from '@/lib/classroom/attempts/commands';
import { overrideMarks } from '@/lib/classroom/marks/commands';
import { applyRegrade } from '@/lib/classroom/regrade/commands';
import { previewRegrade } from '@/lib/classroom/regrade/queries';
import type { RegradePreview } from '@/lib/classroom/regrade/schema';
import { submitAttempt } from '@/lib/classroom/submissions/commands';
import { databaseUrl } from '@/lib/common/env';
import { db } from '@/lib/db/client';
import { withConnection } from '@/lib/db/connection';
import { Prisma } from '@/lib/db/generated/client';
import { closeRunner } from '@/lib/exercises/runner';
import { connectFreshDatabase } from '@/tests/helpers/database';
import { makeClass, type TestClass } from './class';
import { Corrections } from './corrections';
import { makeAnswers } from './many-answers';

connectFreshDatabase();

/** The same program for everybody. */
const table = 'reference-counts/two-names-one-array';
const many = 3000;
const few = 30;
let content: Corrections;
let large: TestClass;
let small: TestClass;

/** After it every row of marks reads otherwise, and who went on from an error earns more. */
beforeAll(async () => {
  content = await Corrections.of([table]);
  [large, small] = [await makeClass('large'), await makeClass('small')];
  await makeAnswers(large.courseId, table, 'AssignmentCopiesObject', many);
  await makeAnswers(small.courseId, table, 'AssignmentCopiesObject', few);
  await content.correct(
    `${table}/exercise.yaml`,
    ['kind: trace-table', 'kind: trace-table\nfollowThrough: 1'],
    ['label: garbage collected', 'label: freed'],
  );
});
afterAll(async () => {
  await content.remove();
  await closeRunner();
});

async function inputOf({ courseId }: TestClass) {
  const { id, currentId } = await db().exercise.findUniqueOrThrow({ where: { slug: table } });
  return { courseId, exerciseId: id, revisionId: currentId ?? '' };
}

const dryRun = async (one: TestClass): Promise<RegradePreview> =>
  previewRegrade(one.teacher, await inputOf(one));

const apply = async (one: TestClass, { digest }: RegradePreview) =>
  applyRegrade(one.teacher, {
    ...(await inputOf(one)),
    regradeId: randomUUID(),
    digest,
    reason: 'The share was wrong.',
  });

/** The statements that the database was sent meanwhile. */
async function statementsOf<T>(work: () => Promise<T>): Promise<{ result: T; statements: number }> {
  const sent = vi.spyOn(pg.Client.prototype, 'query');
  try {
    return { result: await work(), statements: sent.mock.calls.length };
  } finally {
    sent.mockRestore();
  }
}

/** All that a regrade may write. */
async function writtenIn({ courseId }: TestClass) {
  const where = { courseId };
  return {
    marks: await db().marks.findMany({ where, orderBy: { id: 'asc' } }),
    regrades: await db().regrade.count({ where }),
    audit: await db().auditRow.count({ where }),
  };
}

/** Holds a regrade just before its last row, when all marks are written, until `meanwhile` is done. */
async function heldBeforeItsEnd<T>(
  work: () => Promise<T>,
  meanwhile: (waiting: number) => Promise<void>,
): Promise<T> {
  return withConnection(databaseUrl(), async (other) => {
    await other.query('BEGIN; LOCK TABLE "AuditRow" IN EXCLUSIVE MODE');
    const running = work();
    // A failure is the caller's; it must not count as unhandled while something else is awaited.
    running.catch(() => undefined);
    const waiting = await vi.waitFor(async () => {
      const { rows } = await other.query<{ pid: number }>(
        `SELECT pid FROM pg_locks WHERE NOT granted AND relation = '"AuditRow"'::regclass`,
      );
      expect(rows).toHaveLength(1);
      return rows[0]?.pid ?? 0;
    }, 20_000);
    await meanwhile(waiting);
    await other.query('COMMIT');
    return running;
  });
}

describe('a regrade of thousands', () => {
  it('asks the database as often for 3,000 answers as for 30, writes all of them, and lets an override stand', async () => {
    const [little, much] = [await statementsOf(() => dryRun(small)), await statementsOf(() => dryRun(large))];
    expect(much.statements).toBe(little.statements);
    expect(much.result).toMatchObject({ answers: many, kept: [] });
    expect(much.result.changes.length).toBeGreaterThan(many / 6);
    expect(much.result.changes.length + much.result.rewritten).toBe(many);
    const [first] = much.result.changes;
    const answerId = first?.answerId ?? '';
    await overrideMarks(large.teacher, { ...large, answerId, points: 1.5, reason: 'said so', seen: 0 });
    const preview = await dryRun(large);
    const { result, statements } = await statementsOf(() => apply(large, preview));
    expect(result).toMatchObject({ answers: many, changed: many });
    // The dry run once more, the transaction, and for 500 rows four statements: the old marks are superseded, the new ones
    // written and read back, and what was denied is looked up.
    expect(statements - much.statements).toBeLessThan(12 + 4 * (many / 500));
    const where = { courseId: large.courseId };
    expect(
      await db().marks.count({ where: { ...where, supersededAt: null, regradeId: result.regradeId } }),
    ).toBe(many);
    expect(await db().marks.count({ where: { ...where, supersededAt: { not: null } } })).toBe(many);
    expect(await db().marksOverride.findMany({ where })).toMatchObject([{ answerId, number: 1 }]);
    const named = await db().marks.count({
      where: { ...where, supersededAt: null, NOT: { diagnosis: { equals: Prisma.AnyNull } } },
    });
    expect(named).toBeGreaterThan(many / 4);
    expect(await dryRun(large)).toMatchObject({ changes: [], rewritten: 0 });
  }, 240_000);
});

describe('while a regrade is being written', () => {
  it('a connection that is lost leaves nothing half done, and the regrade can be sent again', async () => {
    const preview = await dryRun(small);
    const before = await writtenIn(small);
    const held = heldBeforeItsEnd(
      () => apply(small, preview),
      (waiting) =>
        withConnection(databaseUrl(), async (other) => {
          await other.query('SELECT pg_terminate_backend($1)', [waiting]);
        }),
    );
    await expect(held).rejects.toMatchObject({ code: 'database-unavailable' });
    expect(await writtenIn(small)).toEqual(before);
    expect(await dryRun(small)).toEqual(preview);
  });

  it('an answer that is submitted keeps the marks of its own revision, and the next dry run finds it', async () => {
    const preview = await dryRun(small);
    const { courseId } = small;
    const attempt = await startOrContinueAttempt(small.student, { courseId, quizSlug: table });
    const submission = { courseId, attemptId: attempt.attemptId, submissionId: randomUUID(), answers: [] };
    const result = await heldBeforeItsEnd(
      () => apply(small, preview),
      async () => {
        expect(await submitAttempt(small.student, submission)).toMatchObject({
          status: 'accepted',
          points: 0,
        });
      },
    );
    expect(result).toMatchObject({ answers: few, changed: few });
    expect(await dryRun(small)).toMatchObject({ answers: few + 1, changes: [] });
  });

  it('a second one waits, finds its dry run stale, and writes nothing', async () => {
    const third = await makeClass('third');
    await makeAnswers(third.courseId, table, 'AssignmentCopiesObject', few);
    await content.correct(`${table}/exercise.yaml`, ['label: freed', 'label: is it freed']);
    const preview = await dryRun(third);
    let second: Promise<unknown> = Promise.resolve();
    await heldBeforeItsEnd(
      () => apply(third, preview),
      async () => {
        second = apply(third, preview);
        second.catch(() => undefined);
        await vi.waitFor(async () => {
          const waiting = await db().$queryRaw<unknown[]>`
            SELECT 1 FROM pg_locks WHERE NOT granted AND locktype = 'advisory'`;
          expect(waiting).toHaveLength(1);
        }, 20_000);
      },
    );
    await expect(second).rejects.toMatchObject({ code: 'conflict' });
    expect(await writtenIn(third)).toMatchObject({ regrades: 1, audit: 1 });
  });
});
