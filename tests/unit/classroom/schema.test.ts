import { expect, test } from 'vitest';
import { draftInputSchema, submitInputSchema } from '@/lib/classroom/attempts/schema';

const id = '0198c0de-0000-7000-8000-000000000001';
const draft = (cells: Record<string, string>, version = 0) =>
  draftInputSchema.safeParse({
    courseId: id,
    attemptId: id,
    position: 4,
    version,
    answer: { kind: 'trace-table', cells },
  }).success;
const submission = (typed: string) =>
  submitInputSchema.safeParse({
    courseId: id,
    attemptId: id,
    submissionId: id,
    answers: [{ position: 1, answer: { kind: 'choice', chosen: [typed] } }],
  }).success;

test('text that PostgreSQL can keep is taken, emoji and line ends included', () => {
  expect(draft({ '1.A': '[1, 2]\n\t😀 é' })).toBe(true);
  expect(submission('a')).toBe(true);
});

test('text that PostgreSQL cannot keep is refused', () => {
  expect(draft({ '1.A': 'a\u0000b' })).toBe(false);
  expect(draft({ '1.A': '\ud83d' })).toBe(false);
  expect(submission('\u0000')).toBe(false);
  expect(submission('\ude00')).toBe(false);
});

test('a version must fit the column that holds it, one more included', () => {
  expect(draft({}, 2 ** 31 - 2)).toBe(true);
  expect(draft({}, 2 ** 31 - 1)).toBe(false);
  expect(draft({}, -1)).toBe(false);
});
