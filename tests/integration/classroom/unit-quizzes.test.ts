/** The quizzes of the units: every kind of exercise, from the attempt that is opened to the marks that are stored. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { saveDraft, startOrContinueAttempt } from '@/lib/classroom/attempts/commands';
import { reviewAttempt } from '@/lib/classroom/attempts/queries';
import { itemSelection, type KeyedQuestion, keyedQuestions } from '@/lib/classroom/attempts/questions';
import type { AttemptView } from '@/lib/classroom/attempts/schema';
import { submitAttempt } from '@/lib/classroom/submissions/commands';
import { db } from '@/lib/db/client';
import { kindNames } from '@/lib/exercises/content/kind-names';
import type { Answer } from '@/lib/exercises/public';
import { closeRunner } from '@/lib/exercises/runner';
import { solutionOf } from '@/lib/exercises/variant';
import { connectFreshDatabase } from '@/tests/helpers/database';
import { loadCatalogue, makeClass, type TestClass } from './class';

connectFreshDatabase();

let one: TestClass;
let units: string[] = [];
beforeAll(async () => {
  await loadCatalogue();
  one = await makeClass('units');
  const quizzes = await db().quiz.findMany({ where: { unitPlace: { not: null } }, orderBy: { slug: 'asc' } });
  units = quizzes.map((quiz) => quiz.slug);
});
afterAll(closeRunner);

const open = (quizSlug: string) => startOrContinueAttempt(one.student, { courseId: one.courseId, quizSlug });

/** The questions of an attempt with their keys, as the server has them. */
async function keysOf(attempt: AttemptView): Promise<KeyedQuestion[]> {
  const stored = await db().attempt.findUniqueOrThrow({
    where: { id: attempt.attemptId },
    select: {
      seed: true,
      quizRevision: { select: { items: { select: itemSelection, orderBy: { position: 'asc' } } } },
    },
  });
  return keyedQuestions(stored.quizRevision.items, stored.seed);
}

const submit = (attempt: AttemptView, answers: { position: number; answer: Answer }[]) =>
  submitAttempt(one.student, {
    courseId: one.courseId,
    attemptId: attempt.attemptId,
    submissionId: randomUUID(),
    answers,
  });

it('each earn every mark for the right answers, as they are stored and read again', async () => {
  const kinds = new Set<string>();
  expect(units).toHaveLength(12);
  for (const unit of units) {
    const attempt = await open(unit);
    const questions = await keysOf(attempt);
    const answers = questions.map(({ position, key }) => ({ position, answer: solutionOf(key) }));
    for (const question of attempt.questions) {
      kinds.add(question.exercise.kind);
      expect(JSON.stringify(question)).not.toContain('{{');
    }
    const result = await submit(attempt, answers);
    if (result.status !== 'accepted') throw new Error(JSON.stringify(result));
    expect(result.points, unit).toBe(result.possible);
    const review = await reviewAttempt(one.student, attempt.attemptId);
    expect(review.questions.map((question) => question.answer)).toEqual(answers.map(({ answer }) => answer));
    expect(
      review.questions.every((question) => question.cells.every((cell) => cell.state === 'correct')),
    ).toBe(true);
  }
  expect(kinds).toEqual(new Set(kindNames));
});

it('keep each kind of draft', async () => {
  for (const unit of ['del-and-rebinding', 'containers-and-nesting', 'copies']) {
    const attempt = await open(unit);
    for (const { position, key } of await keysOf(attempt)) {
      const answer = solutionOf(key);
      const saved = { courseId: one.courseId, attemptId: attempt.attemptId, position, version: 0, answer };
      await saveDraft(one.student, saved);
      const again = await open(unit);
      expect(again.questions.find((question) => question.position === position)?.draft?.answer).toEqual(
        answer,
      );
    }
  }
});

it('send a program back that is no Python, and use up no attempt', async () => {
  const attempt = await open('copies');
  const program = attempt.questions.find((question) => question.exercise.kind === 'program');
  const position = program?.position ?? 0;
  const result = await submit(attempt, [{ position, answer: { kind: 'program', source: 'a = (\n' } }]);
  expect(result).toMatchObject({ status: 'unreadable', cells: [{ position, cell: 'goal-1' }, {}, {}] });
  expect((await open('copies')).attemptId).toBe(attempt.attemptId);
});

it('do not wait for a program that never ends', async () => {
  const attempt = await open('copies');
  const program = attempt.questions.find((question) => question.exercise.kind === 'program');
  const endless = { kind: 'program' as const, source: 'a = []\nwhile True:\n    a.append(a)\n' };
  const result = await submit(attempt, [{ position: program?.position ?? 0, answer: endless }]);
  expect(result).toMatchObject({ status: 'accepted', points: 0 });
});
