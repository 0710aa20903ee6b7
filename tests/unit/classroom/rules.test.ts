import { describe, expect, it } from 'vitest';
import { answerTo, questionLabel, total, unknownPositions } from '@/lib/classroom/attempts/rules';
import { draftInputSchema, submitInputSchema } from '@/lib/classroom/attempts/schema';
import { hasErrors, planSync } from '@/lib/classroom/content/rules';
import { overviewQuestions, overviewStudent } from '@/lib/classroom/progress/rules';

const uuid = '3f0c7c1e-7d0e-4d57-9a6d-0f6f3f1c2e01';

describe('attempts', () => {
  it.each([
    [1, 'a'],
    [4, 'd'],
    [26, 'z'],
    [27, 'aa'],
    [52, 'az'],
    [53, 'ba'],
  ])('labels question %d as %s', (position, label) => {
    expect(questionLabel(position)).toBe(label);
  });

  it('adds points without the noise of binary fractions', () => {
    expect(total([0.1, 0.2])).toBe(0.3);
    expect(total([8.28, 1, 1, 1])).toBe(11.28);
    expect(total([])).toBe(0);
  });

  it('finds the answer to a question, and answers to none', () => {
    const answer = { kind: 'choice' as const, chosen: ['a'] };
    const input = { courseId: uuid, attemptId: uuid, submissionId: uuid, answers: [{ position: 2, answer }] };
    expect(answerTo(input, 2)).toEqual(answer);
    expect(answerTo(input, 1)).toBeUndefined();
    expect(unknownPositions(input, [1, 2])).toEqual([]);
    expect(unknownPositions(input, [1])).toEqual([2]);
  });
});

describe('what an action takes', () => {
  const submission = { courseId: uuid, attemptId: uuid, submissionId: uuid, answers: [] };
  const choice = { kind: 'choice', chosen: ['a'] };
  const refused = (input: object) => expect(submitInputSchema.safeParse(input).success).toBe(false);

  it('is refused with a field too many, at any depth', () => {
    expect(submitInputSchema.safeParse(submission).success).toBe(true);
    refused({ ...submission, points: 13 });
    refused({ ...submission, answers: [{ position: 1, answer: choice, points: 1 }] });
    refused({ ...submission, answers: [{ position: 1, answer: { ...choice, right: true } }] });
  });

  it('is refused with two answers to one question, unknown kinds and foreign cells', () => {
    refused({ ...submission, answers: [1, 1].map((position) => ({ position, answer: choice })) });
    refused({ ...submission, answers: [{ position: 1, answer: { kind: 'essay', text: '' } }] });
    refused({
      ...submission,
      answers: [{ position: 1, answer: { kind: 'trace-table', cells: { x: '1' } } }],
    });
    refused({
      ...submission,
      answers: [{ position: 1, answer: { kind: 'trace-table', cells: { '1.A': 'x'.repeat(501) } } }],
    });
    refused({ ...submission, submissionId: 'mine' });
  });

  it('is refused with a version below none', () => {
    const draft = { courseId: uuid, attemptId: uuid, position: 1, answer: choice };
    expect(draftInputSchema.safeParse({ ...draft, version: 0 }).success).toBe(true);
    expect(draftInputSchema.safeParse({ ...draft, version: -1 }).success).toBe(false);
  });
});

describe('content', () => {
  const plan = { id: uuid, slug: 'a', title: 'A', hash: 'h' };
  const stored = { slug: 'a', retiredAt: null, current: { hash: 'h' } };
  it('is written where it differs, and placed where it moved or is back', () => {
    expect(planSync(plan, null)).toBe('revise');
    expect(planSync(plan, stored)).toBe('nothing');
    expect(planSync(plan, { ...stored, current: null })).toBe('revise');
    expect(planSync(plan, { ...stored, current: { hash: 'other' } })).toBe('revise');
    expect(planSync(plan, { ...stored, slug: 'b' })).toBe('place');
    expect(planSync(plan, { ...stored, retiredAt: new Date() })).toBe('place');
  });
  it('is kept out by an error, not by a warning', () => {
    const problem = { file: 'f', line: 1, column: 1, message: 'm' };
    expect(hasErrors([{ ...problem, severity: 'warning' }])).toBe(false);
    expect(hasErrors([{ ...problem, severity: 'error' }])).toBe(true);
  });
});

describe('the overview', () => {
  const items = [
    { position: 1, exerciseId: 'e1', title: 'One' },
    { position: 2, exerciseId: 'e2', title: 'Two' },
  ];
  const quizzes = [
    { id: 'q2', slug: 'views', title: 'Views', items: [items[0]].flatMap((item) => item ?? []) },
    { id: 'q1', slug: 'names', title: 'Names', items },
  ];
  const questions = overviewQuestions(quizzes, new Set());
  it('has the quizzes first that somebody has submitted', () => {
    const used = overviewQuestions(quizzes, new Set(['q2:e1']));
    expect(used.map(({ quizTitle }) => quizTitle)).toEqual(['Views', 'Names', 'Names']);
  });
  it('has a column for each question, by quiz', () => {
    expect(questions.map(({ quizTitle, label, title }) => `${quizTitle} ${label} ${title}`)).toEqual([
      'Names a One',
      'Names b Two',
      'Views a One',
    ]);
    expect(new Set(questions.map((question) => question.key)).size).toBe(3);
  });
  it('counts what was answered', () => {
    const student = { userId: 'u', name: 'U', email: 'u@x', attempts: 1, lastActivity: null };
    const marks = new Map([
      ['q1:e1', { points: 0.1, possible: 1 }],
      ['q1:e2', { points: 0.2, possible: 10 }],
      ['gone:e9', { points: 5, possible: 5 }],
    ]);
    expect(overviewStudent({ ...student, marks }, questions)).toMatchObject({
      points: 0.3,
      possible: 11,
      marks: { 'q1:e1': { points: 0.1 }, 'q2:e1': null },
    });
  });
});
