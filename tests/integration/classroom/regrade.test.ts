import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { proveMembership } from '@/lib/auth/membership';
import { denyDiagnosis } from '@/lib/classroom/attempts/commands';
import { listOwnAttempts, reviewAttempt } from '@/lib/classroom/attempts/queries';
import { overrideMarks } from '@/lib/classroom/marks/commands';
import { overrideHistory } from '@/lib/classroom/marks/queries';
import { classOverview } from '@/lib/classroom/progress/queries';
import { applyRegrade } from '@/lib/classroom/regrade/commands';
import { listRegrades, previewRegrade } from '@/lib/classroom/regrade/queries';
import type { RegradePreview } from '@/lib/classroom/regrade/schema';
import { submitAttempt } from '@/lib/classroom/submissions/commands';
import { db } from '@/lib/db/client';
import { closeRunner } from '@/lib/exercises/runner';
import { enrol, makePerson } from '@/prisma/builders';
import { type Belief, beliefs } from '@/prisma/demo/beliefs';
import { connectFreshDatabase } from '@/tests/helpers/database';
import { makeClass, quizSlug, start, submissionFrom, type TestClass } from './class';
import { Corrections } from './corrections';

connectFreshDatabase();

const table = 'reference-counts/two-names-one-array';
const choice = 'del-and-rebinding/one-name-left';
const parts = [
  `lessons/${quizSlug}`,
  'names-and-objects/value-through-the-other-name',
  'reference-counts/count-drops-to-zero',
  choice,
  table,
];
const made: Corrections[] = [];
let content: Corrections;
let nth = 0;
let one: TestClass;

/** Content of its own for each test: corrections of one must not reach another. */
beforeEach(async () => {
  content = await Corrections.of(parts);
  made.push(content);
  nth += 1;
  one = await makeClass(`regrade${nth}`);
});
afterAll(async () => {
  for (const one of made) await one.remove();
  await closeRunner();
});

const correct: Corrections['correct'] = (...change) => content.correct(...change);

const submit = async (proof: TestClass['student'], belief: Belief) => {
  const attempt = await start(proof);
  const result = await submitAttempt(proof, submissionFrom(attempt, belief));
  if (result.status !== 'accepted' || result.points === null) throw new Error('not accepted');
  return { attemptId: attempt.attemptId, points: result.points };
};

async function inputFor(slug: string, { courseId }: TestClass = one) {
  const exercise = await db().exercise.findUniqueOrThrow({ where: { slug } });
  return { courseId, exerciseId: exercise.id, revisionId: exercise.currentId ?? '' };
}

const dryRun = async (slug: string, course: TestClass = one): Promise<RegradePreview> =>
  previewRegrade(course.teacher, await inputFor(slug, course));

const apply = async (slug: string, preview: RegradePreview, regradeId: string = randomUUID()) =>
  applyRegrade(one.teacher, {
    ...(await inputFor(slug)),
    regradeId,
    digest: preview.digest,
    reason: 'The share was wrong.',
  });

const followsEarnAll = ['kind: trace-table', 'kind: trace-table\nfollowThrough: 1'] as [string, string];

/** Everything that the database has of the marks of a course. */
const marksOf = (courseId: string) =>
  db().marks.findMany({ where: { courseId }, orderBy: [{ answerId: 'asc' }, { gradedAt: 'asc' }] });

describe('a regrade', () => {
  it('says in a dry run who changes by how much, and writes nothing', async () => {
    await submit(one.student, beliefs.copies);
    await submit(one.other, beliefs.right);
    await correct(`${table}/exercise.yaml`, followsEarnAll);
    const before = await marksOf(one.courseId);
    const preview = await dryRun(table);
    expect(preview).toMatchObject({ answers: 2, revision: { number: 2 }, kept: [], rewritten: 0 });
    expect(preview.changes).toEqual([
      expect.objectContaining({ student: 'ada', attempt: 1, override: null, possible: 10 }),
    ]);
    const [change] = preview.changes;
    // By hand, weights 12.8: wrong 1, and 4 cells that followed for half of 2.4.
    expect(change?.before).toBeCloseTo((10 * (12.8 - 1 - 1.2)) / 12.8, 2);
    expect(change?.after).toBeCloseTo((10 * (12.8 - 1)) / 12.8, 2);
    expect(await marksOf(one.courseId)).toEqual(before);
    expect(await dryRun(table)).toEqual(preview);
  });

  it('writes just that, keeps the old marks, and leaves an audit row', async () => {
    const { attemptId, points } = await submit(one.student, beliefs.copies);
    await submit(one.other, beliefs.right);
    await correct(`${table}/exercise.yaml`, followsEarnAll);
    const preview = await dryRun(table);
    const result = await apply(table, preview);
    expect(result).toMatchObject({ answers: 2, changed: 1 });
    const [change] = preview.changes;
    const gain = (change?.after ?? 0) - (change?.before ?? 0);
    expect((await reviewAttempt(one.student, attemptId)).points).toBeCloseTo(points + gain, 2);
    const rows = (await marksOf(one.courseId)).filter(({ answerId }) => answerId === change?.answerId);
    expect(rows.map((row) => [row.points.toNumber(), row.supersededAt !== null, row.regradeId])).toEqual([
      [change?.before, true, null],
      [change?.after, false, result.regradeId],
    ]);
    const [audit] = await db().auditRow.findMany({ where: { courseId: one.courseId } });
    expect(audit).toMatchObject({
      action: 'exercise.regraded',
      actorId: one.teacher.viewer.id,
      reason: 'The share was wrong.',
      detail: {
        changed: 1,
        listed: [
          { answerId: change?.answerId, before: change?.before, after: change?.after, override: null },
        ],
      },
    });
    expect(await listRegrades(one.teacher)).toMatchObject([{ changed: 1, by: 'teacher', revision: 2 }]);
    // Once more there is nothing left to change.
    expect(await dryRun(table)).toMatchObject({ changes: [], rewritten: 0 });
  });

  it('keeps what a student said of the belief that it names again, and takes no denial of what was superseded', async () => {
    const { attemptId } = await submit(one.student, beliefs.copies);
    const ideas = async () =>
      (await reviewAttempt(one.student, attemptId)).questions.flatMap(({ diagnosis }) => diagnosis ?? []);
    const denial = async () => {
      const { marksId } = (await ideas()).find(({ cells }) => cells.length > 1) ?? {};
      return { courseId: one.courseId, attemptId, marksId: marksId ?? '' };
    };
    const [before, first] = [await ideas(), await denial()];
    await denyDiagnosis(one.student, first);
    await correct(`${table}/exercise.yaml`, followsEarnAll);
    await apply(table, await dryRun(table));
    const second = await denial();
    expect(second.marksId).not.toBe(first.marksId);
    const after = await ideas();
    expect(after.map(({ misconceptions }) => misconceptions)).toEqual(
      before.map(({ misconceptions }) => misconceptions),
    );
    expect(after.filter(({ denied }) => denied).map(({ marksId }) => marksId)).toEqual([second.marksId]);
    await expect(denyDiagnosis(one.student, first)).rejects.toMatchObject({ code: 'conflict' });
  });

  it('is tried dry once at a time in a course, and others are not held up', async () => {
    await submit(one.student, beliefs.copies);
    const other = await makeClass(`regrade${nth} elsewhere`);
    const all = [dryRun(table), dryRun(table), dryRun(table, other)];
    const ended = await Promise.allSettled(all);
    expect(ended.map(({ status }) => status).sort()).toEqual(['fulfilled', 'fulfilled', 'rejected']);
    expect(ended.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'rate-limited' },
    });
    expect(ended[2]?.status).toBe('fulfilled');
    expect(await dryRun(table)).toMatchObject({ answers: 1 });
  });

  it('is done once when it is sent twice, at the same moment or later', async () => {
    await submit(one.student, beliefs.copies);
    await correct(`${table}/exercise.yaml`, followsEarnAll);
    const [preview, id] = [await dryRun(table), randomUUID()];
    const both = await Promise.all([apply(table, preview, id), apply(table, preview, id)]);
    expect(both[0]).toEqual(both[1]);
    expect(await apply(table, preview, id)).toEqual(both[0]);
    expect(await db().regrade.count({ where: { courseId: one.courseId } })).toBe(1);
    expect(await db().auditRow.count({ where: { courseId: one.courseId } })).toBe(1);
  });

  it('of two at the same moment lets one be applied, and tells the other to look again', async () => {
    await submit(one.student, beliefs.copies);
    await correct(`${table}/exercise.yaml`, followsEarnAll);
    const preview = await dryRun(table);
    const both = await Promise.allSettled([apply(table, preview), apply(table, preview)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.find((one) => one.status === 'rejected')).toMatchObject({ reason: { code: 'conflict' } });
  });

  it.each(['another submission', 'an override'])('refuses after %s, and writes nothing', async (what) => {
    await submit(one.student, beliefs.copies);
    await correct(`${table}/exercise.yaml`, followsEarnAll);
    const preview = await dryRun(table);
    if (what === 'an override') {
      const { courseId } = one;
      const answerId = preview.changes[0]?.answerId ?? '';
      await overrideMarks(one.teacher, { courseId, answerId, points: 1, reason: 'said so', seen: 0 });
    } else await submit(one.other, beliefs.copies);
    const before = await marksOf(one.courseId);
    await expect(apply(table, preview)).rejects.toMatchObject({ code: 'conflict' });
    expect(await marksOf(one.courseId)).toEqual(before);
    expect(await db().regrade.count({ where: { courseId: one.courseId } })).toBe(0);
  });

  it('is for teachers and owners of the course, and reaches no other course', async () => {
    const other = await makeClass(`regrade${nth}b`);
    await submit(one.student, beliefs.copies);
    await submit(other.student, beliefs.copies);
    await correct(`${table}/exercise.yaml`, followsEarnAll);
    const helper = await makePerson({ name: 'helper', email: `helper${nth}@example.org` });
    await enrol(one.courseId, helper, 'assistant');
    const assistant = await proveMembership(helper, one.courseId, 'teacher');
    await expect(previewRegrade(assistant, await inputFor(table))).rejects.toMatchObject({
      code: 'forbidden',
    });
    await expect(previewRegrade(other.teacher, await inputFor(table))).rejects.toMatchObject({
      code: 'not-found',
    });
    const untouched = await marksOf(other.courseId);
    await apply(table, await dryRun(table));
    expect(await marksOf(other.courseId)).toEqual(untouched);
    const elsewhere = { ...(await inputFor(table)), exerciseId: (await inputFor(choice)).exerciseId };
    await expect(previewRegrade(one.teacher, elsewhere)).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('an answer to a corrected question', () => {
  it('is not marked for cells that were not asked, nor for cells that are gone', async () => {
    const { attemptId } = await submit(one.student, beliefs.right);
    await correct(`${table}/exercise.yaml`, [
      '- { freed: A, label: garbage collected }',
      '- { same: A, id: same }',
    ]);
    const preview = await dryRun(table);
    expect(preview).toMatchObject({ changes: [], rewritten: 1, kept: [] });
    await apply(table, preview);
    const question = (await reviewAttempt(one.student, attemptId)).questions[3];
    expect(question).toMatchObject({ points: 10, possible: 10 });
    expect(question?.cells.map(({ cell }) => cell.split('.')[1])).not.toContain('freed');
    expect(question?.cells.map(({ cell }) => cell.split('.')[1])).not.toContain('same');
    // The answer is there as it was given.
    expect(JSON.stringify(question?.answer)).toContain('5.freed');
  });

  it('keeps its marks where another program is asked about', async () => {
    await submit(one.student, beliefs.right);
    await correct(`${table}/snippet.py`, ['B[0] = 10', 'B[0] = 11']);
    const preview = await dryRun(table);
    expect(preview).toMatchObject({ changes: [], rewritten: 0 });
    expect(preview.kept).toMatchObject([{ student: 'ada', why: expect.stringContaining('another program') }]);
  });

  it('keeps the option that was chosen, when its words or its place are corrected', async () => {
    await submit(one.student, beliefs.right);
    await submit(one.other, beliefs.copies);
    const text = await readFile(join(content.folder, choice, 'exercise.yaml'), 'utf8');
    const words = 'The array stays alive, and its count is 1.';
    expect(text).toContain(words);
    await correct(`${choice}/exercise.yaml`, [words, 'The array is still there, with a count of 1.']);
    expect(await dryRun(choice)).toMatchObject({ changes: [], kept: [] });
  });
});

describe('an override', () => {
  const overridden = async () => {
    const { attemptId } = await submit(one.student, beliefs.copies);
    const answer = await db().answer.findFirstOrThrow({
      where: { courseId: one.courseId, position: 4 },
      select: { id: true },
    });
    const give = (points: number | null, seen: number, proof = one.teacher) =>
      overrideMarks(proof, {
        courseId: one.courseId,
        answerId: answer.id,
        points,
        reason: 'a typing slip',
        seen,
      });
    return { attemptId, answerId: answer.id, give };
  };

  it('counts instead of the marks, everywhere, until it is lifted', async () => {
    const { attemptId, answerId, give } = await overridden();
    const marked = (await reviewAttempt(one.student, attemptId)).points;
    const shown = async () => {
      const review = await reviewAttempt(one.student, attemptId);
      const [listed] = await listOwnAttempts(one.student, quizSlug);
      const row = (await classOverview(one.teacher)).students.find(({ name }) => name === 'ada');
      expect(listed?.points).toBe(review.points);
      expect(row?.points).toBe(review.points);
      return { points: review.points, override: review.questions[3]?.override };
    };
    await give(9.5, 0);
    const withOverride = await shown();
    expect(withOverride.override).toMatchObject({ points: 9.5, reason: 'a typing slip', author: 'teacher' });
    expect(withOverride.points).toBeGreaterThan(marked);
    await give(null, 1);
    expect(await shown()).toEqual({ points: marked, override: null });
    const history = await overrideHistory(one.teacher, answerId);
    expect(history.map(({ number, points }) => [number, points])).toEqual([
      [2, null],
      [1, 9.5],
    ]);
    const audit = await db().auditRow.findMany({ where: { courseId: one.courseId }, orderBy: { at: 'asc' } });
    expect(audit.map(({ action, detail }) => [action, detail])).toEqual([
      ['marks.overridden', expect.objectContaining({ from: null, to: 9.5 })],
      ['marks.override-lifted', expect.objectContaining({ from: 9.5, to: null })],
    ]);
  });

  it('stands when the answer is graded again', async () => {
    const { attemptId, give } = await overridden();
    await give(0.5, 0);
    const before = (await reviewAttempt(one.student, attemptId)).points;
    await correct(`${table}/exercise.yaml`, followsEarnAll);
    const preview = await dryRun(table);
    expect(preview.changes).toMatchObject([{ override: 0.5 }]);
    await apply(table, preview);
    expect((await reviewAttempt(one.student, attemptId)).points).toBe(before);
  });

  it('is refused to assistants, across courses, beyond the points, and where another came first', async () => {
    const { give, answerId } = await overridden();
    const helper = await makePerson({ name: 'helper', email: `helps${nth}@example.org` });
    await enrol(one.courseId, helper, 'assistant');
    const assistant = await proveMembership(helper, one.courseId, 'teacher');
    await expect(give(1, 0, assistant)).rejects.toMatchObject({ code: 'forbidden' });
    const other = await makeClass(`override${nth}`);
    const input = { courseId: other.courseId, answerId, points: 1, reason: 'x', seen: 0 };
    await expect(overrideMarks(other.teacher, input)).rejects.toMatchObject({ code: 'not-found' });
    await expect(give(10.01, 0)).rejects.toMatchObject({ code: 'invalid-input' });
    await expect(give(null, 0)).rejects.toMatchObject({ code: 'conflict' });
    const both = await Promise.allSettled([give(1, 0), give(2, 0)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.find((one) => one.status === 'rejected')).toMatchObject({ reason: { code: 'conflict' } });
    await expect(give(1, 0)).rejects.toMatchObject({ code: 'conflict' });
  });

  it('is never changed in the database', async () => {
    const { give } = await overridden();
    await give(1, 0);
    const never = /rows of "\w+" are never changed/;
    await expect(db().marksOverride.updateMany({ data: { reason: 'y' } })).rejects.toThrow(never);
    await expect(db().marksOverride.deleteMany({})).rejects.toThrow(never);
  });
});
