import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { proveMembership } from '@/lib/auth/membership';
import type { CourseProof } from '@/lib/auth/proof';
import {
  excuse,
  extendAssignment,
  makeAssignment,
  selectAssignment,
  selectMarks,
} from '@/lib/classroom/assignments';
import { startOrContinueAttempt } from '@/lib/classroom/attempts/commands';
import { exportBook, selectBookPage, selectMarkHistory } from '@/lib/classroom/gradebook';
import { type BookQuery, bookQuerySchema } from '@/lib/classroom/gradebook/schema';
import { overrideMarks } from '@/lib/classroom/marks/commands';
import { submitAttempt } from '@/lib/classroom/submissions/commands';
import { databaseUrl } from '@/lib/common/env';
import { db } from '@/lib/db/client';
import { withConnection } from '@/lib/db/connection';
import { closeRunner } from '@/lib/exercises/runner';
import { enrol, makePerson } from '@/prisma/builders';
import { type Belief, beliefs } from '@/prisma/demo/beliefs';
import { countQueries } from '@/tests/helpers/count-queries';
import { connectFreshDatabase } from '@/tests/helpers/database';
import { makeLargeClass } from '@/tests/helpers/large-class';
import { assignmentInput, minutes, moveDates, submissionTo } from './assigned';
import { loadCatalogue, makeClass, type TestClass } from './class';

connectFreshDatabase();

let nth = 0;
let mine: TestClass;
let other: TestClass;
let assignmentId: string;

beforeAll(loadCatalogue);
beforeEach(async () => {
  nth += 1;
  mine = await makeClass(`book${nth}`);
  other = await makeClass(`otherbook${nth}`);
  assignmentId = await make(mine);
});
afterAll(closeRunner);

const make = async ({ teacher }: TestClass, more: object = {}) =>
  (await makeAssignment(teacher, await assignmentInput(teacher.courseId, more))).assignmentId;

/** Hands in an assignment: from the right belief the table of 10 points is right, and the choice of 5 is wrong. */
async function handIn(
  proof: CourseProof<'student'>,
  belief: Belief = beliefs.right,
  id: string = assignmentId,
): Promise<void> {
  const quizSlug = `assignments/${id}`;
  const attempt = await startOrContinueAttempt(proof, { courseId: proof.courseId, quizSlug });
  await submitAttempt(proof, submissionTo(attempt, belief));
}

const book = (query: Partial<Record<keyof BookQuery, string>> = {}, { teacher }: TestClass = mine) =>
  selectBookPage(teacher, bookQuerySchema.parse(query));
const rowOf = async (name: string, query: Parameters<typeof book>[0] = {}) => {
  const row = (await book(query)).rows.find((one) => one.name === name);
  if (row === undefined) throw new Error(`${name} is not listed`);
  return row;
};
const historyOf = (proof: CourseProof<'student'> = mine.student) =>
  selectMarkHistory(mine.teacher, { userId: proof.viewer.id, assignmentId });

const excuseInput = (more: object = {}) => ({
  courseId: mine.courseId,
  assignmentId,
  userId: mine.student.viewer.id,
  exerciseId: null,
  excused: true,
  reason: 'Was ill.',
  seen: 0,
  ...more,
});
const overrideInput = (answerId: string, points: number | null, seen = 0) => ({
  courseId: mine.courseId,
  answerId,
  points,
  reason: 'Seen on paper.',
  seen,
});
/** The answers of the newest attempt, in their order. */
const answersOf = async () => (await historyOf()).attempts[0]?.answers ?? [];
const answerAt = async (place: number) => (await answersOf())[place]?.answerId ?? '';

async function assistant(): Promise<CourseProof<'teacher'>> {
  const person = await makePerson({ name: 'helper', email: `helper${nth}@example.org` });
  await enrol(mine.courseId, person, 'assistant');
  return proveMembership(person, mine.courseId, 'teacher');
}

const textOf = async (format: 'canvas' | 'moodle' | 'long', proof = mine.teacher) => {
  let text = '';
  for await (const part of (await exportBook(proof, { courseId: mine.courseId, format })).text) text += part;
  return text;
};

/** What the table of scores says, and what the marks and overrides say, by attempt. */
const scores = () => db().$queryRaw<
  { kept: string; derived: string; overridden: number; standing: number }[]
>`
  SELECT sc.points::text AS kept, sc.overridden, d.points::text AS derived, d.standing
  FROM "AttemptScore" sc
  JOIN (
    SELECT s."attemptId", sum(coalesce(o.points, m.points)) AS points, count(o.points)::int AS standing
    FROM "Submission" s JOIN "Answer" a ON a."submissionId" = s.id
    JOIN "Marks" m ON m."answerId" = a.id AND m."supersededAt" IS NULL
    LEFT JOIN LATERAL (SELECT points FROM "MarksOverride" WHERE "answerId" = a.id ORDER BY number DESC LIMIT 1) o
      ON true
    GROUP BY 1) d ON d."attemptId" = sc."attemptId"
  WHERE sc."courseId" = ${mine.courseId}::uuid`;
async function expectTrueScores(count: number): Promise<void> {
  const rows = await scores();
  expect(rows).toHaveLength(count);
  for (const { kept, derived, overridden, standing } of rows)
    expect([kept, overridden]).toEqual([derived, standing]);
}

describe('the gradebook', () => {
  it('shows each student what the student sees, and adds it up', async () => {
    const second = await make(mine, { title: 'Later' });
    await handIn(mine.student);
    await handIn(mine.student, beliefs.copies, second);
    const page = await book();
    expect(page.columns.map(({ title, possible }) => [title, possible])).toEqual([
      ['References', 15],
      ['Later', 15],
    ]);
    const ada = await rowOf('ada');
    const own = await Promise.all(
      [assignmentId, second].map(async (id) => (await selectAssignment(mine.student, id)).score?.points),
    );
    expect(ada.marks.map(({ points }) => points)).toEqual(own);
    expect(own[0]).toBe(10);
    expect(ada.total).toEqual({ points: (own[0] ?? 0) + (own[1] ?? 0), possible: 30 });
    expect((await rowOf('bela')).marks.map(({ state }) => state)).toEqual(['waiting', 'waiting']);
    expect((await rowOf('bela')).total).toBeNull();
    await expectTrueScores(2);
  });

  it('reckons with dates as they are now: moved, extended, late', async () => {
    await handIn(mine.student);
    await moveDates(assignmentId, { opensAt: minutes(-200), dueAt: minutes(-100), closesAt: minutes(100) });
    expect((await rowOf('ada')).marks[0]).toMatchObject({ points: 9, late: true, latePercent: 10 });
    expect((await rowOf('bela')).marks[0]).toMatchObject({ state: 'missing' });
    expect((await rowOf('bela')).total).toEqual({ points: 0, possible: 15 });
    await extendAssignment(mine.teacher, {
      courseId: mine.courseId,
      assignmentId,
      userId: mine.student.viewer.id,
      sectionId: null,
      due: minutes(50).toISOString().slice(0, 16),
      closes: null,
      moreAttempts: 0,
      reason: 'Was ill.',
    });
    expect((await rowOf('ada')).marks[0]).toMatchObject({ points: 10, late: false });
    expect((await historyOf()).events.map(({ kind, reason }) => [kind, reason])).toEqual([
      ['extended', 'Was ill.'],
      ['submitted', null],
    ]);
  });

  it('tells each exercise of the attempt that counts', async () => {
    await handIn(mine.student, beliefs.copies);
    await handIn(mine.student, beliefs.right);
    const page = await book({ view: 'exercises' });
    expect(page.groups).toEqual([{ key: assignmentId, title: 'References', columns: 2 }]);
    expect((await rowOf('ada', { view: 'exercises' })).marks.map(({ points }) => points)).toEqual([10, 0]);
  });

  it('sorts by any column, and filters by name, section and state', async () => {
    const { id } = await db().section.create({ data: { courseId: mine.courseId, title: 'Morning' } });
    await db().membership.update({
      where: { courseId_userId: { courseId: mine.courseId, userId: mine.other.viewer.id } },
      data: { sectionId: id },
    });
    await handIn(mine.student, beliefs.copies);
    await handIn(mine.other, beliefs.right);
    const names = async (query: Parameters<typeof book>[0]) =>
      (await book(query)).rows.map(({ name }) => name);
    const [column] = (await book({ view: 'exercises' })).columns;
    for (const sort of ['total', assignmentId, column?.key ?? '']) {
      const view = sort === column?.key ? 'exercises' : 'assignments';
      expect(await names({ sort, order: 'down', view })).toEqual(['bela', 'ada']);
      expect(await names({ sort, order: 'up', view })).toEqual(['ada', 'bela']);
    }
    expect(await names({ sort: 'name', order: 'down' })).toEqual(['bela', 'ada']);
    expect(await names({ sort: 'section' })).toEqual(['bela', 'ada']);
    expect(await names({ name: 'BEL' })).toEqual(['bela']);
    expect(await names({ section: id })).toEqual(['bela']);
    expect(await names({ section: 'none' })).toEqual(['ada']);
    expect(await names({ state: 'excused' })).toEqual([]);
    await excuse(mine.teacher, excuseInput());
    expect(await names({ state: 'excused' })).toEqual(['ada']);
  });

  it('sends as many statements for a small class as for a large one', async () => {
    const count = async (students: number) => {
      const { courseId, teacherId } = await withConnection(databaseUrl(), (client) =>
        makeLargeClass(client, { students, assignments: 3, exercises: 4 }),
      );
      const proof = await proveMembership({ id: teacherId, name: '', email: '' }, courseId, 'teacher');
      const queries: object[] = [{}, { sort: 'total' }, { view: 'exercises' }, { state: 'late' }];
      const counts: number[] = [];
      for (const query of queries) {
        const parsed = bookQuerySchema.parse(query);
        counts.push(await countQueries(() => selectBookPage(proof, parsed)));
      }
      return counts;
    };
    const few = await count(4);
    expect(few.every((n) => n > 3 && n < 20)).toBe(true);
    expect(await count(250)).toEqual(few);
  });
});

describe('an override', () => {
  it('counts in the cell, in the total and for the student, with its reason, until it is lifted', async () => {
    await handIn(mine.student, beliefs.right);
    const answerId = await answerAt(0);
    await overrideMarks(mine.teacher, overrideInput(answerId, 2.5));
    expect(await rowOf('ada')).toMatchObject({
      total: { points: 2.5, possible: 15 },
      marks: [{ points: 2.5, overridden: true }],
    });
    expect((await rowOf('ada', { view: 'exercises' })).marks).toMatchObject([
      { points: 2.5, overridden: true },
      { points: 0, overridden: false },
    ]);
    const own = await selectAssignment(mine.student, assignmentId);
    expect(own.score?.points).toBe(2.5);
    const marks = await selectMarks(mine.student, assignmentId, own.attempts[0]?.attemptId ?? '');
    expect(marks.map(({ override }) => override?.reason ?? null)).toEqual(['Seen on paper.', null]);
    await expectTrueScores(1);
    await overrideMarks(mine.teacher, overrideInput(answerId, null, 1));
    expect((await rowOf('ada')).marks).toMatchObject([{ points: 10, overridden: false }]);
    expect((await historyOf()).events).toMatchObject([
      { kind: 'override-lifted', from: 2.5, to: 10, by: 'teacher' },
      { kind: 'overridden', from: 10, to: 2.5, reason: 'Seen on paper.' },
      { kind: 'submitted', attempt: 1 },
    ]);
    await expectTrueScores(1);
  });

  it('of two answers of one attempt at the same moment leaves the score true', async () => {
    await handIn(mine.student, beliefs.right);
    const answers = await answersOf();
    for (let round = 0; round < 4; round += 1) {
      await Promise.all(
        answers.map(({ answerId }) => overrideMarks(mine.teacher, overrideInput(answerId, round, round))),
      );
      expect((await rowOf('ada')).marks[0]?.points).toBe(2 * round);
    }
    await expectTrueScores(1);
  });
});

describe('an excuse', () => {
  it('takes the assignment out of the total, for the student too, and can be taken back', async () => {
    await handIn(mine.student);
    await excuse(mine.teacher, excuseInput());
    expect(await rowOf('ada')).toMatchObject({ total: null, marks: [{ state: 'excused', points: null }] });
    const own = await selectAssignment(mine.student, assignmentId);
    expect(own.score).toBeNull();
    expect(own.excuses.whole).toMatchObject({ reason: 'Was ill.', author: 'teacher' });
    expect((await selectAssignment(mine.other, assignmentId)).excuses.whole).toBeNull();
    await excuse(mine.teacher, excuseInput({ excused: false, seen: 1, reason: 'Was not.' }));
    expect((await rowOf('ada')).total).toEqual({ points: 10, possible: 15 });
    expect((await historyOf()).events.map(({ kind }) => kind)).toEqual([
      'excuse-lifted',
      'excused',
      'submitted',
    ]);
    const audits = await db().auditRow.findMany({
      where: { courseId: mine.courseId, action: { startsWith: 'marks.' } },
      orderBy: { at: 'asc' },
    });
    expect(audits.map(({ action, reason }) => [action, reason])).toEqual([
      ['marks.excused', 'Was ill.'],
      ['marks.excuse-lifted', 'Was not.'],
    ]);
  });

  it('of one exercise leaves the marks of the others, the same for teacher and student', async () => {
    await handIn(mine.student, beliefs.right);
    await overrideMarks(mine.teacher, overrideInput(await answerAt(1), 2));
    const { items } = await historyOf();
    await excuse(mine.teacher, excuseInput({ exerciseId: items[0]?.exerciseId }));
    expect(await rowOf('ada')).toMatchObject({
      total: { points: 2, possible: 5 },
      marks: [{ state: 'scored', points: 2, possible: 5, partly: true, overridden: true }],
    });
    expect((await rowOf('ada', { view: 'exercises' })).marks).toMatchObject([
      { state: 'excused', points: null },
      { state: 'scored', points: 2, possible: 5 },
    ]);
    const own = await selectAssignment(mine.student, assignmentId);
    expect(own.score).toMatchObject({ points: 2, possible: 5 });
  });

  it('is given once by two at the same moment', async () => {
    const results = await Promise.allSettled([1, 2, 3].map(() => excuse(mine.teacher, excuseInput())));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const result of results)
      if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'conflict' });
    expect(await db().excuse.count({ where: { courseId: mine.courseId } })).toBe(1);
    await expect(excuse(mine.teacher, excuseInput({ seen: 1 }))).rejects.toMatchObject({ code: 'conflict' });
  });
});

describe('rights', () => {
  it('end at the course', async () => {
    await handIn(mine.student);
    const theirs = { ...excuseInput(), courseId: other.courseId };
    await expect(excuse(other.teacher, excuseInput())).rejects.toMatchObject({ code: 'not-found' });
    await expect(excuse(other.teacher, theirs)).rejects.toMatchObject({ code: 'not-found' });
    await expect(
      excuse(mine.teacher, excuseInput({ userId: other.student.viewer.id })),
    ).rejects.toMatchObject({ code: 'not-found' });
    await expect(excuse(mine.teacher, excuseInput({ userId: mine.teacher.viewer.id }))).rejects.toMatchObject(
      { code: 'not-found' },
    );
    await expect(
      selectMarkHistory(other.teacher, { userId: mine.student.viewer.id, assignmentId }),
    ).rejects.toMatchObject({ code: 'not-found' });
    await expect(
      selectMarkHistory(mine.teacher, { userId: randomUUID(), assignmentId }),
    ).rejects.toMatchObject({ code: 'not-found' });
    await expect(
      exportBook(other.teacher, { courseId: mine.courseId, format: 'long' }),
    ).rejects.toMatchObject({ code: 'not-found' });
    expect((await book({}, other)).columns).toEqual([]);
    expect((await book({}, other)).rows.map(({ userId }) => userId)).not.toContain(mine.student.viewer.id);
    // A student, and a teacher of another course, get no proof at all.
    await expect(proveMembership(mine.student.viewer, mine.courseId, 'teacher')).rejects.toMatchObject({
      code: 'forbidden',
    });
    await expect(proveMembership(other.teacher.viewer, mine.courseId, 'teacher')).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('let assistants look, and neither change marks nor take them out of the course', async () => {
    await handIn(mine.student);
    const helper = await assistant();
    expect((await selectBookPage(helper, bookQuerySchema.parse({}))).rows).toHaveLength(2);
    await expect(excuse(helper, excuseInput())).rejects.toMatchObject({ code: 'forbidden' });
    await expect(textOf('canvas', helper)).rejects.toMatchObject({ code: 'forbidden' });
    expect(await db().excuse.count({ where: { courseId: mine.courseId } })).toBe(0);
  });

  it('end when the course is archived', async () => {
    await db().course.update({ where: { id: mine.courseId }, data: { archivedAt: new Date() } });
    await expect(excuse(mine.teacher, excuseInput())).rejects.toMatchObject({ code: 'closed' });
  });
});

describe('a file', () => {
  it('holds what the page shows, for Canvas, for Moodle and line by line', async () => {
    await db().user.update({ where: { id: mine.student.viewer.id }, data: { name: '=1+1' } });
    await db().membership.update({
      where: { courseId_userId: { courseId: mine.courseId, userId: mine.student.viewer.id } },
      data: { studentNumber: '0815' },
    });
    await handIn(mine.student);
    await excuse(mine.teacher, excuseInput({ userId: mine.other.viewer.id }));
    const lines = async (format: Parameters<typeof textOf>[0]) => (await textOf(format)).split('\r\n');
    const { email } = mine.student.viewer;
    expect(await lines('canvas')).toEqual([
      'Student,ID,SIS User ID,SIS Login ID,Section,References',
      '"    Points Possible",,,,,15',
      `'=1+1,,0815,${email},,10`,
      `bela,,,${mine.other.viewer.email},,EX`,
      '',
    ]);
    expect(await lines('moodle')).toEqual([
      'Full name,ID number,Email address,References',
      `'=1+1,0815,${email},10`,
      `bela,,${mine.other.viewer.email},-`,
      '',
    ]);
    const long = await lines('long');
    expect(long).toHaveLength(1 + 4 + 1);
    expect(long[1]).toMatch(
      new RegExp(`^'=1\\+1,${email},0815,,References,.*,scored,1,\\d{4}-.*Z,10,,no,,no,10,10$`),
    );
    expect(long[3]).toContain(',References,');
    expect(long[3]).toMatch(/,excused,,,,,no,,yes,,10$/);
  });
});
