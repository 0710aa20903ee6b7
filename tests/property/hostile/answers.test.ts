/**
 * Answers that nobody means: each is refused by the schema, sent back as unreadable, or marked within its bounds. Another
 * seed each time, which a failure prints.
 */
import { randomInt } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { wholeNumbers } from '@/lib/common/random';
import { believedAnswers } from '@/lib/exercises/beliefs/answers';
import { kindNames } from '@/lib/exercises/content/kind-names';
import { loadContent } from '@/lib/exercises/loader/load-content';
import { type Answer, answerSchema } from '@/lib/exercises/public';
import { studentLimits } from '@/lib/exercises/runner/limits';
import { examineAnswer, makeVariant, solutionOf, type Variant } from '@/lib/exercises/variant';
import { diagnose } from '@/lib/grading/diagnosis/diagnose';
import { gradeAnswer, unreadableParts } from '@/lib/grading/grade';
import { simulate } from '@/lib/simulator';

type Made = Extract<Variant, { status: 'made' }>;

const seed = randomInt(2 ** 31 - 1);
const { exercises } = await loadContent('exercises');

/** Three exercises of a kind. */
function variantsOf(kind: string): Made[] {
  const own = exercises.filter(({ read }) => read.value.kind === kind);
  const chosen = [0, 1, 2].map((n) => own[(seed + n * 7) % own.length]).filter((one) => one !== undefined);
  return chosen.map(({ read, snippet }) => {
    const made = makeVariant({ exercise: read.value, snippet }, seed, (source) => simulate(source));
    if (made.status !== 'made') throw new Error(`no variant of ${read.file} for the seed ${seed}`);
    return made;
  });
}

const texts = [
  '',
  ' ',
  '0',
  '-1',
  '1e309',
  'NaN',
  'Infinity',
  '-inf',
  '9'.repeat(190),
  '__proto__',
  'constructor',
  'toString',
  'two',
  '[1 2 3]',
  '10, 2, 3',
  '(1 2)',
  '['.repeat(100),
  `${'['.repeat(90)}${']'.repeat(90)}`,
  '{1: {2: {3: {}}}}',
  '\u0000',
  '\ud800',
  '\u202e1',
  '１２',
  "'unclosed",
  'array([1, 2], dtype=',
  'null',
  'undefined',
  'while True: pass',
  'x = [1]\nwhile True: x = x * 2',
  'def f(): f()\nf()',
  '('.repeat(1000),
  'a = 9 ** 9 ** 9 ** 9',
  '\t\tif',
  'import os',
];
const odd = [
  null,
  undefined,
  0,
  -1,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  true,
  [],
  {},
  [['1']],
  { a: { b: 'c' } },
];

/** The right answer in which each leaf, list and key becomes something else with this rate, in a thousand. */
function spoiled(
  value: unknown,
  rate: number,
  number: (from: number, to: number) => number,
  depth = 0,
): unknown {
  const pick = <T>(from: readonly T[]): T => from[number(0, from.length - 1)] as T;
  const happens = (part: number) => number(1, 1000) <= rate * part;
  if (depth > 0 && happens(0.1)) return pick(odd);
  if (typeof value === 'string') return happens(1) ? pick(texts) : value;
  if (Array.isArray(value)) {
    const items = value.map((one) => spoiled(one, rate, number, depth + 1));
    return happens(1) ? pick([[...items, ...items], items.reverse(), items.slice(1)]) : items;
  }
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, one]) => [
    depth > 0 && happens(0.1) ? pick(texts) : key,
    key === 'kind' ? one : spoiled(one, rate, number, depth + 1),
  ]);
  if (happens(0.2)) entries.push([pick(texts), pick(texts)]);
  return Object.fromEntries(entries);
}

function check(made: Made, answer: Answer, beliefs: ReturnType<typeof believedAnswers>): string {
  const { exercise, key } = made;
  const evidence = examineAnswer(key, answer, (source) => simulate(source, { limits: studentLimits }));
  const unreadable = unreadableParts(key, answer, evidence);
  if (unreadable.length > 0) {
    for (const { message } of unreadable) expect(message).toMatch(/\S/);
    return 'sent back';
  }
  const marks = gradeAnswer(exercise, key, answer, 7, evidence);
  expect(marks.points).toBeGreaterThanOrEqual(0);
  expect(marks.points).toBeLessThanOrEqual(7);
  for (const { points, possible } of marks.cells) {
    expect(points).toBeGreaterThanOrEqual(0);
    expect(points).toBeLessThanOrEqual(possible + 1e-4);
  }
  const found = diagnose(key, answer, marks.cells, beliefs);
  if (found !== null) expect(found.confidence).toBeLessThanOrEqual(1);
  return 'marked';
}

describe(`hostile answers of seed ${seed}`, () => {
  it.each(kindNames)('to %s are refused, sent back or marked within bounds', { timeout: 120_000 }, (kind) => {
    const number = wholeNumbers(seed, `hostile ${kind}`);
    const seen = { refused: 0, 'sent back': 0, marked: 0 };
    for (const made of variantsOf(kind)) {
      const beliefs = believedAnswers(made, made.key);
      for (let turn = 0; turn < 60; turn += 1) {
        const given = spoiled(solutionOf(made.key), number(0, 1) === 0 ? 20 : 400, number);
        const parsed = answerSchema.safeParse(given);
        if (!parsed.success) {
          seen.refused += 1;
          continue;
        }
        try {
          seen[check(made, parsed.data, beliefs) as keyof typeof seen] += 1;
        } catch (error) {
          throw new Error(`seed ${seed}, ${made.exercise.title}: ${JSON.stringify(given)}`, { cause: error });
        }
      }
    }
    expect(seen.marked, JSON.stringify(seen)).toBeGreaterThan(0);
    expect(seen.refused + seen['sent back'], JSON.stringify(seen)).toBeGreaterThan(0);
  });
});
