import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { proveMembership } from '@/lib/auth/membership';
import type { CourseProof } from '@/lib/auth/proof';
import {
  archiveAssignment,
  changeAssignment,
  databaseNow,
  extendAssignment,
  liftExtension,
  listAssignments,
  listDue,
  makeAssignment,
  selectAssignment,
  selectAssignmentForTeacher,
  selectChoices,
} from '@/lib/classroom/assignments';
import { saveDraft, startOrContinueAttempt } from '@/lib/classroom/attempts/commands';
import { listOwnAttempts, reviewAttempt, selectOpenAttempt } from '@/lib/classroom/attempts/queries';
import { previewQuiz } from '@/lib/classroom/lessons/queries';
import { retireQuiz, saveQuiz } from '@/lib/classroom/quizzes/commands';
import { listCourseQuizzes } from '@/lib/classroom/quizzes/queries';
import { submitAttempt } from '@/lib/classroom/submissions/commands';
import { db } from '@/lib/db/client';
import { closeRunner } from '@/lib/exercises/runner';
import { enrol, makePerson } from '@/prisma/builders';
import { connectFreshDatabase } from '@/tests/helpers/database';
import { assignmentInput, minutes, moveDates, submissionTo } from './assigned';
import { loadCatalogue, makeClass, type TestClass } from './class';

connectFreshDatabase();

let nth = 0;
let mine: TestClass;
let other: TestClass;

beforeAll(loadCatalogue);
beforeEach(async () => {
  nth += 1;
  mine = await makeClass(`assignments${nth}`);
  other = await makeClass(`others${nth}`);
});
afterAll(closeRunner);

const make = async (more: object = {}, { teacher }: TestClass = mine) =>
  (await makeAssignment(teacher, await assignmentInput(teacher.courseId, more))).assignmentId;

const slugOf = (assignmentId: string) => `assignments/${assignmentId}`;
const begin = (assignmentId: string, proof: CourseProof<'student'> = mine.student) =>
  startOrContinueAttempt(proof, { courseId: proof.courseId, quizSlug: slugOf(assignmentId) });
const finish = async (assignmentId: string, proof: CourseProof<'student'> = mine.student) =>
  submitAttempt(proof, submissionTo(await begin(assignmentId, proof)));
const refused = (code: string, reason?: string) =>
  reason === undefined ? { code } : { code, details: { reason } };
const audits = (subjectId: string) =>
  db().auditRow.findMany({ where: { subjectId }, orderBy: { at: 'asc' } });

describe('a teacher', () => {
  it('makes, changes, extends and archives an assignment, and each leaves an audit row with its change', async () => {
    const assignmentId = await make({ title: 'Week 1' });
    const { version, items } = await selectAssignmentForTeacher(mine.teacher, assignmentId);
    expect(items.map(({ of }) => of.type)).toEqual(['exercise', 'lesson', 'exercise']);
    const input = await assignmentInput(mine.courseId, { title: 'Week one' });
    await changeAssignment(mine.teacher, { ...input, assignmentId, version });
    const extension = {
      courseId: mine.courseId,
      assignmentId,
      userId: mine.student.viewer.id,
      sectionId: null,
      due: null,
      closes: null,
      moreAttempts: 1,
      reason: 'Was ill.',
    };
    const { extensionId } = await extendAssignment(mine.teacher, extension);
    await liftExtension(mine.teacher, { courseId: mine.courseId, extensionId, reason: 'Is well.' });
    await archiveAssignment(mine.teacher, { courseId: mine.courseId, assignmentId, archived: true });
    await archiveAssignment(mine.teacher, { courseId: mine.courseId, assignmentId, archived: false });
    const rows = await audits(assignmentId);
    expect(rows.map(({ action, actorId, reason }) => [action, actorId, reason])).toEqual(
      [
        ['assignment.made', null],
        ['assignment.changed', null],
        ['assignment.extended', 'Was ill.'],
        ['assignment.extension-lifted', 'Is well.'],
        ['assignment.archived', null],
        ['assignment.restored', null],
      ].map(([action, reason]) => [action, mine.teacher.viewer.id, reason]),
    );
    expect(rows[1]?.detail).toMatchObject({ before: { title: 'Week 1' }, after: { title: 'Week one' } });
  });

  it('is told what is wrong with each field, and nothing is written', async () => {
    await db().course.update({ where: { id: mine.courseId }, data: { timeZone: 'Europe/Berlin' } });
    const fields = async (more: object) =>
      make(more).then(
        () => null,
        (error: { details?: { fields?: Record<string, string> } }) => error.details?.fields ?? error,
      );
    expect(await fields({ opens: '2027-03-28T02:30' })).toEqual({
      opens: expect.stringContaining('skip this time: they go on at 28 Mar 2027, 03:00'),
    });
    expect(await fields({ opens: '2026-01-01T00:00', due: '2026-10-25T02:30' })).toEqual({
      due: expect.stringContaining('show this time twice'),
    });
    expect(await fields({ due: '2000-01-01T00:00' })).toMatchObject({ due: 'It is due after it opens.' });
    expect(await fields({ sectionIds: [randomUUID()] })).toHaveProperty('sectionIds');
    expect(
      await fields({ items: [{ type: 'exercise', exerciseId: randomUUID(), points: 1 }] }),
    ).toHaveProperty('items');
    expect(await listAssignments(mine.teacher)).toEqual([]);
    expect(await db().auditRow.count({ where: { courseId: mine.courseId } })).toBe(0);
  });

  it('does not write over what another teacher changed', async () => {
    const assignmentId = await make();
    const input = { ...(await assignmentInput(mine.courseId)), assignmentId, version: 1 };
    await changeAssignment(mine.teacher, input);
    await expect(changeAssignment(mine.teacher, input)).rejects.toMatchObject({ code: 'conflict' });
  });

  it('of another course, an assistant and a student change nothing', async () => {
    const assignmentId = await make();
    const input = { ...(await assignmentInput(mine.courseId)), assignmentId, version: 1 };
    await expect(changeAssignment(other.teacher, input)).rejects.toMatchObject({ code: 'not-found' });
    const forged = { ...(await assignmentInput(other.courseId)), assignmentId, version: 1 };
    await expect(changeAssignment(other.teacher, forged)).rejects.toMatchObject({ code: 'not-found' });
    await expect(selectAssignmentForTeacher(other.teacher, assignmentId)).rejects.toMatchObject({
      code: 'not-found',
    });
    const person = await makePerson({ name: 'Assistant', email: `assistant${nth}@example.org` });
    await enrol(mine.courseId, person, 'assistant');
    const assistant = await proveMembership(person, mine.courseId, 'teacher');
    await expect(changeAssignment(assistant, input)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(proveMembership(mine.student.viewer, mine.courseId, 'teacher')).rejects.toMatchObject({
      code: 'forbidden',
    });
    expect(await audits(assignmentId)).toHaveLength(1);
  });

  it('chooses from the catalogue, and from the sections and students of the course alone', async () => {
    await db().section.create({ data: { courseId: mine.courseId, title: 'Friday' } });
    await db().section.create({ data: { courseId: other.courseId, title: 'Theirs' } });
    const choices = await selectChoices(mine.teacher);
    expect(choices.sections.map(({ title }) => title)).toEqual(['Friday']);
    expect(choices.students.map(({ id }) => id)).toEqual([mine.student.viewer.id, mine.other.viewer.id]);
    expect(choices.exercises.map(({ slug }) => slug)).toContain('del-and-rebinding/one-name-left');
    expect(choices.lessons).not.toEqual([]);
    expect(choices.quizzes.length).toBeGreaterThan(0);
    expect(choices.quizzes.every(({ items }) => items.length > 0)).toBe(true);
  });

  it('cannot change or retire the quiz of an assignment but with the assignment', async () => {
    const assignmentId = await make();
    const quiz = await db().quiz.findFirstOrThrow({ where: { assignmentId }, include: { current: true } });
    const known = { courseId: mine.courseId, quizId: quiz.id };
    await expect(retireQuiz(mine.teacher, { ...known, retired: true })).rejects.toMatchObject({
      code: 'not-found',
    });
    const { exerciseId } = await db().assignmentItem.findFirstOrThrow({
      where: { assignmentId, exerciseId: { not: null } },
    });
    const items = [{ exerciseId: exerciseId ?? '', points: 1 }];
    await expect(saveQuiz(mine.teacher, { ...known, title: 'Other', items, seen: 1 })).rejects.toMatchObject({
      code: 'not-found',
    });
    expect(await listCourseQuizzes(mine.teacher)).toEqual([]);
  });

  it('cannot extend for somebody of another course', async () => {
    const assignmentId = await make();
    const extension = { courseId: mine.courseId, assignmentId, sectionId: null, due: null, closes: null };
    await expect(
      extendAssignment(mine.teacher, {
        ...extension,
        userId: other.student.viewer.id,
        moreAttempts: 1,
        reason: 'x',
      }),
    ).rejects.toMatchObject({ code: 'invalid-input' });
  });
});

describe('a student', () => {
  it('starts, saves and submits while it is open, and each attempt pins what it was begun with', async () => {
    const assignmentId = await make({ title: 'First' });
    const attempt = await begin(assignmentId);
    expect(attempt.questions).toHaveLength(2);
    const input = await assignmentInput(mine.courseId, { title: 'Second' });
    const [first] = input.items;
    await changeAssignment(mine.teacher, { ...input, items: first ? [first] : [], assignmentId, version: 1 });
    expect((await begin(assignmentId)).questions).toHaveLength(2);
    await expect(submitAttempt(mine.student, submissionTo(attempt))).resolves.toMatchObject({
      status: 'accepted',
    });
    expect((await begin(assignmentId)).questions).toHaveLength(1);
  });

  it('can do nothing before it opens, and sees no items then', async () => {
    const assignmentId = await make();
    await moveDates(assignmentId, { opensAt: minutes(5) });
    await expect(begin(assignmentId)).rejects.toMatchObject(refused('closed', 'not-open'));
    const page = await selectAssignment(mine.student, assignmentId);
    expect(page.items).toEqual([]);
    expect(page.access.see.allowed).toBe(false);
    expect(await db().attempt.count({ where: { courseId: mine.courseId } })).toBe(0);
  });

  it('can do nothing after it closed: neither start, nor save, nor submit', async () => {
    const assignmentId = await make();
    const attempt = await begin(assignmentId);
    const submission = submissionTo(attempt);
    await moveDates(assignmentId, { opensAt: minutes(-9), dueAt: minutes(-5), closesAt: minutes(-2) });
    const answer = submission.answers[0]?.answer;
    if (answer === undefined) throw new Error('no answer');
    const draft = { courseId: mine.courseId, attemptId: attempt.attemptId, position: 1, version: 0, answer };
    await expect(saveDraft(mine.student, draft)).rejects.toMatchObject(refused('closed', 'closed'));
    await expect(submitAttempt(mine.student, submission)).rejects.toMatchObject(refused('closed', 'closed'));
    await expect(begin(assignmentId)).rejects.toMatchObject(refused('closed', 'closed'));
    await expect(begin(assignmentId, mine.other)).rejects.toMatchObject(refused('closed', 'closed'));
    expect(await selectOpenAttempt(mine.student, slugOf(assignmentId))).toBeNull();
    expect(await db().submission.count({ where: { courseId: mine.courseId } })).toBe(0);
    expect(await db().draft.count({ where: { courseId: mine.courseId } })).toBe(0);
  });

  it('passes with what the network brought within the allowance, by the clock of the database', async () => {
    const assignmentId = await make();
    const attempt = await begin(assignmentId);
    await moveDates(assignmentId, {
      opensAt: minutes(-9),
      dueAt: minutes(-5),
      closesAt: new Date(Date.now() - 5000),
    });
    await expect(submitAttempt(mine.student, submissionTo(attempt))).resolves.toMatchObject({
      status: 'accepted',
    });
  });

  it('cannot bring a time of their own', async () => {
    const assignmentId = await make();
    await moveDates(assignmentId, { opensAt: minutes(-9), dueAt: minutes(-5), closesAt: minutes(-2) });
    // The clock of this machine is an hour behind; timers run on.
    vi.useFakeTimers({ toFake: ['Date'], now: minutes(-60) });
    try {
      await expect(begin(assignmentId)).rejects.toMatchObject({ code: 'closed' });
    } finally {
      vi.useRealTimers();
    }
  });

  it('has no more attempts than there are, however many are started at once', async () => {
    const assignmentId = await make({ attempts: 1 });
    const begun = await Promise.all(Array.from({ length: 8 }, () => begin(assignmentId)));
    expect(new Set(begun.map(({ attemptId }) => attemptId)).size).toBe(1);
    const [attempt] = begun;
    if (attempt === undefined) throw new Error('none');
    const submission = submissionTo(attempt);
    // Ends at the same moment as others begin.
    const outcomes = await Promise.allSettled([
      submitAttempt(mine.student, submission),
      submitAttempt(mine.student, submission),
      ...Array.from({ length: 4 }, () => begin(assignmentId)),
    ]);
    expect(outcomes.slice(0, 2).map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
    await expect(begin(assignmentId)).rejects.toMatchObject(refused('attempts-used-up', 'attempts-used-up'));
    expect(await db().attempt.count({ where: { courseId: mine.courseId } })).toBe(1);
    expect(await db().submission.count({ where: { courseId: mine.courseId } })).toBe(1);
  });

  it('of another course neither sees it nor starts it, under either course id', async () => {
    const assignmentId = await make();
    await expect(begin(assignmentId, other.student)).rejects.toMatchObject({ code: 'not-found' });
    await expect(
      startOrContinueAttempt(other.student, { courseId: mine.courseId, quizSlug: slugOf(assignmentId) }),
    ).rejects.toMatchObject({ code: 'not-found' });
    await expect(selectAssignment(other.student, assignmentId)).rejects.toMatchObject({ code: 'not-found' });
    expect(await listDue(other.student, await databaseNow())).toEqual([]);
    await expect(previewQuiz(slugOf(assignmentId))).rejects.toMatchObject({ code: 'not-found' });
  });

  it('of another section neither sees it nor starts it; one of the section does', async () => {
    const { courseId } = mine;
    const section = await db().section.create({ data: { courseId, title: 'Friday' } });
    const assignmentId = await make({ sectionIds: [section.id] });
    await expect(begin(assignmentId)).rejects.toMatchObject({ code: 'not-found' });
    await expect(selectAssignment(mine.student, assignmentId)).rejects.toMatchObject({ code: 'not-found' });
    expect(await listDue(mine.student, await databaseNow())).toEqual([]);
    const place = { courseId_userId: { courseId, userId: mine.student.viewer.id } };
    await db().membership.update({ where: place, data: { sectionId: section.id } });
    await expect(begin(assignmentId)).resolves.toBeDefined();
  });

  it('who was removed, with a proof from before, does nothing more', async () => {
    const assignmentId = await make();
    const attempt = await begin(assignmentId);
    const place = { courseId_userId: { courseId: mine.courseId, userId: mine.student.viewer.id } };
    await db().membership.update({ where: place, data: { removedAt: new Date() } });
    await expect(submitAttempt(mine.student, submissionTo(attempt))).rejects.toMatchObject({
      code: 'not-found',
    });
    await expect(selectAssignment(mine.student, assignmentId)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('does nothing more in an archived course', async () => {
    const assignmentId = await make();
    const attempt = await begin(assignmentId);
    await db().course.update({ where: { id: mine.courseId }, data: { archivedAt: new Date() } });
    await expect(submitAttempt(mine.student, submissionTo(attempt))).rejects.toMatchObject(
      refused('closed', 'course-archived'),
    );
  });

  it('with an extension goes on after the others, and with its more attempts', async () => {
    const assignmentId = await make({ attempts: 1 });
    await finish(assignmentId);
    await moveDates(assignmentId, { opensAt: minutes(-9), dueAt: minutes(-5), closesAt: minutes(-2) });
    await extendAssignment(mine.teacher, {
      courseId: mine.courseId,
      assignmentId,
      userId: mine.student.viewer.id,
      sectionId: null,
      due: '2090-01-01T12:00',
      closes: null,
      moreAttempts: 1,
      reason: 'Was ill.',
    });
    await expect(begin(assignmentId)).resolves.toMatchObject({ number: 2 });
    await expect(begin(assignmentId, mine.other)).rejects.toMatchObject({ code: 'closed' });
  });
});

describe('what was submitted', () => {
  it('shows neither points nor solutions before their time, by any way', async () => {
    const assignmentId = await make({ feedback: 'afterDue', solutions: 'afterDue' });
    const result = await finish(assignmentId);
    expect(result).toMatchObject({ status: 'accepted', points: null });
    const [attempt] = await listOwnAttempts(mine.student, slugOf(assignmentId));
    expect(attempt?.points).toBeNull();
    const review = () => reviewAttempt(mine.student, attempt?.attemptId ?? '');
    await expect(review()).rejects.toMatchObject(refused('forbidden', 'after-due'));
    const page = await selectAssignment(mine.student, assignmentId);
    expect([page.score, page.attempts[0]?.points]).toEqual([null, null]);
    await moveDates(assignmentId, { opensAt: minutes(-9), dueAt: minutes(-5), closesAt: minutes(5) });
    await expect(review()).resolves.toMatchObject({ attemptId: attempt?.attemptId });
    // Moved back, it is hidden again: nothing of it is stored.
    await moveDates(assignmentId, { dueAt: minutes(4) });
    await expect(review()).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('shows marks at once where the teacher says so, and keeps the solutions', async () => {
    const assignmentId = await make({ feedback: 'atOnce', solutions: 'never' });
    const result = await finish(assignmentId);
    if (result.status !== 'accepted') throw new Error('not accepted');
    expect(result.points).not.toBeNull();
    await expect(reviewAttempt(mine.student, result.attemptId)).rejects.toMatchObject(
      refused('forbidden', 'never'),
    );
    const page = await selectAssignment(mine.student, assignmentId);
    expect(page.attempts[0]).toMatchObject({ points: result.points, possible: result.possible });
  });

  it('of somebody else stays hidden', async () => {
    const assignmentId = await make({ solutions: 'atOnce' });
    const result = await finish(assignmentId);
    if (result.status !== 'accepted') throw new Error('not accepted');
    await expect(reviewAttempt(mine.student, result.attemptId)).resolves.toBeDefined();
    await expect(reviewAttempt(mine.other, result.attemptId)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('late, has the deduction of the dates as they are now', async () => {
    const assignmentId = await make({ latePercent: 25 });
    await finish(assignmentId);
    const { score } = await selectAssignment(mine.student, assignmentId);
    expect(score?.late).toBeNull();
    await moveDates(assignmentId, { opensAt: minutes(-9), dueAt: minutes(-5) });
    const late = (await selectAssignment(mine.student, assignmentId)).score;
    expect(late?.late).toEqual({ days: 1, percent: 25 });
    expect(late?.points).toBeCloseTo((score?.points ?? 0) * 0.75, 2);
  });
});

describe('variants', () => {
  it('are one for all where the teacher says so, and own ones else', async () => {
    const seeds = async (variants: 'own' | 'shared') => {
      const assignmentId = await make({ variants });
      await begin(assignmentId);
      await begin(assignmentId, mine.other);
      const attempts = await db().attempt.findMany({
        where: { courseId: mine.courseId, quiz: { assignmentId } },
        select: { seed: true },
      });
      return new Set(attempts.map(({ seed }) => seed)).size;
    };
    expect(await seeds('shared')).toBe(1);
    expect(await seeds('own')).toBe(2);
  });
});

describe('the list of a student', () => {
  it('has the next due on top, what opens later below, and what closed at the end', async () => {
    const closed = await make({ title: 'Closed' });
    await moveDates(closed, { opensAt: minutes(-9), dueAt: minutes(-5), closesAt: minutes(-2) });
    const later = await make({ title: 'Due later' });
    await moveDates(later, { dueAt: minutes(50) });
    const soon = await make({ title: 'Due soon' });
    await moveDates(soon, { dueAt: minutes(5) });
    const upcoming = await make({ title: 'Upcoming' });
    await moveDates(upcoming, { opensAt: minutes(3) });
    const archived = await make({ title: 'Archived' });
    await archiveAssignment(mine.teacher, {
      courseId: mine.courseId,
      assignmentId: archived,
      archived: true,
    });
    const listed = await listDue(mine.student, await databaseNow());
    expect(listed.map(({ title, access }) => [title, access.phase])).toEqual([
      ['Due soon', 'open'],
      ['Due later', 'open'],
      ['Upcoming', 'upcoming'],
      ['Closed', 'closed'],
    ]);
  });
});

describe('the database itself', () => {
  it('refuses an assignment whose parts are of another course, and dates in no order', async () => {
    const assignmentId = await make();
    const section = await db().section.create({ data: { courseId: other.courseId, title: 'Theirs' } });
    await expect(
      db().assignmentSection.create({
        data: { courseId: mine.courseId, assignmentId, sectionId: section.id },
      }),
    ).rejects.toMatchObject({ code: 'P2003' });
    await expect(moveDates(assignmentId, { dueAt: minutes(-1e6) })).rejects.toThrow('Assignment_dates');
  });

  it('erases a course with its sections, assignments and attempts', async () => {
    const { courseId } = mine;
    const section = await db().section.create({ data: { courseId, title: 'Friday' } });
    const place = { courseId_userId: { courseId, userId: mine.student.viewer.id } };
    await db().membership.update({ where: place, data: { sectionId: section.id } });
    const assignmentId = await make({ sectionIds: [section.id] });
    await finish(assignmentId);
    await db().$transaction(async (tx) => {
      await tx.$executeRaw`SET LOCAL lastref.erase = 'on'`;
      await tx.course.delete({ where: { id: courseId } });
    });
    expect(await db().assignment.count({ where: { courseId } })).toBe(0);
  });
});
