import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { excuse, makeAssignment } from '@/lib/classroom/assignments';
import { startOrContinueAttempt } from '@/lib/classroom/attempts/commands';
import { selectAudit } from '@/lib/classroom/audit';
import { auditQuerySchema } from '@/lib/classroom/audit/schema';
import { listAnswered, selectRevisions } from '@/lib/classroom/regrade';
import { submitAttempt } from '@/lib/classroom/submissions/commands';
import { db } from '@/lib/db/client';
import { closeRunner } from '@/lib/exercises/runner';
import { countQueries } from '@/tests/helpers/count-queries';
import { connectFreshDatabase } from '@/tests/helpers/database';
import { assignmentInput, submissionTo } from './assigned';
import { loadCatalogue, makeClass, type TestClass } from './class';

connectFreshDatabase();

let nth = 0;
let mine: TestClass;
let other: TestClass;
let assignmentId: string;

beforeAll(loadCatalogue);
beforeEach(async () => {
  nth += 1;
  mine = await makeClass(`audit${nth}`);
  other = await makeClass(`otheraudit${nth}`);
  const made = await makeAssignment(mine.teacher, await assignmentInput(mine.courseId, { title: 'Week 1' }));
  assignmentId = made.assignmentId;
});
afterAll(closeRunner);

const audit = (query: object = {}, { teacher }: TestClass = mine) =>
  selectAudit(teacher, auditQuerySchema.parse(query));

/** Rows of the audit at given seconds of a past day, as if so much had been changed then. */
const fill = (seconds: readonly number[]) =>
  db().auditRow.createMany({
    data: seconds.map((second) => ({
      courseId: mine.courseId,
      actorId: mine.teacher.viewer.id,
      action: 'section.renamed',
      subjectType: 'Section',
      subjectId: String(second),
      detail: { title: `Section ${second}` },
      at: new Date(Date.UTC(2026, 0, 10, 12, 0, second)),
    })),
  });

describe('the audit of a course', () => {
  it('says who changed what, when and why', async () => {
    const excused = {
      courseId: mine.courseId,
      assignmentId,
      userId: mine.student.viewer.id,
      exerciseId: null,
      excused: true,
      reason: 'Was ill.',
      seen: 0,
    };
    await excuse(mine.teacher, excused);
    const { rows, people, next } = await audit();
    expect(rows.map(({ action, by, subject, reason }) => [action, by, subject, reason])).toEqual([
      ['marks.excused', 'teacher', 'Week 1', 'Was ill.'],
      ['assignment.made', 'teacher', 'Week 1', null],
    ]);
    expect(people).toEqual([{ id: mine.teacher.viewer.id, name: 'teacher' }]);
    expect(next).toBeNull();
  });

  it('is filtered by kind, person and day, and ends at the course', async () => {
    await fill([1]);
    const actions = async (query: object) => (await audit(query)).rows.map(({ action }) => action);
    expect(await actions({ kind: 'section' })).toEqual(['section.renamed']);
    expect(await actions({ kind: 'quiz' })).toEqual([]);
    expect(await actions({ person: mine.student.viewer.id })).toEqual([]);
    expect(await actions({ from: '2026-01-10', to: '2026-01-10' })).toEqual(['section.renamed']);
    expect(await actions({ to: '2026-01-09' })).toEqual([]);
    expect(await actions({ from: '2026-01-11' })).toEqual(['assignment.made']);
    expect((await audit({}, other)).rows).toEqual([]);
    expect((await audit({}, other)).people).toEqual([]);
  });

  it('is read page by page, each row once, also where many are of one moment', async () => {
    await fill(Array.from({ length: 130 }, (_, i) => Math.floor(i / 60)));
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof audit>> = await audit(after === null ? {} : { after });
      expect(page.rows.length).toBeLessThanOrEqual(50);
      seen.push(...page.rows.map(({ id }) => id));
      after = page.next;
    } while (after !== null);
    expect(seen).toHaveLength(131);
    expect(new Set(seen).size).toBe(131);
    expect(await countQueries(() => audit())).toBeLessThan(20);
  });
});

describe('what can be graded again', () => {
  it('is what was answered in this course, and of one assignment where it is named', async () => {
    const { courseId } = mine;
    const attempt = await startOrContinueAttempt(mine.student, {
      courseId,
      quizSlug: `assignments/${assignmentId}`,
    });
    expect(await listAnswered(mine.teacher, null)).toEqual([]);
    await submitAttempt(mine.student, submissionTo(attempt));
    const answered = await listAnswered(mine.teacher, null);
    expect(answered).toHaveLength(2);
    expect(await listAnswered(mine.teacher, assignmentId)).toEqual(answered);
    expect(await listAnswered(mine.teacher, courseId)).toEqual([]);
    expect(await listAnswered(other.teacher, assignmentId)).toEqual([]);
    const { revisions, answers } = await selectRevisions(mine.teacher, answered[0]?.exerciseId ?? '');
    expect(revisions.map(({ number, current }) => [number, current])).toEqual([[1, true]]);
    expect(answers).toBe(1);
    await expect(selectRevisions(mine.teacher, 'nothing')).rejects.toMatchObject({ code: 'not-found' });
  });

  it('has no exercise of another course', async () => {
    const { id } = await db().exercise.findFirstOrThrow({ where: { courseId: null } });
    await db().exercise.update({ where: { id }, data: { courseId: other.courseId } });
    await expect(selectRevisions(mine.teacher, id)).rejects.toMatchObject({ code: 'not-found' });
    expect((await selectRevisions(other.teacher, id)).revisions).toHaveLength(1);
    await db().exercise.update({ where: { id }, data: { courseId: null } });
  });
});
