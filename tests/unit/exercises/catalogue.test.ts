/** Every exercise of the catalogue, on many variants. */
import { describe, expect, it } from 'vitest';
import type { ExerciseContent } from '@/lib/exercises/content/exercise-file';
import { type Key, kinds } from '@/lib/exercises/kinds';
import { loadContent } from '@/lib/exercises/loader/load-content';
import { makeVariant } from '@/lib/exercises/variant';
import { blankAnswer, gradeAnswer, unreadableParts } from '@/lib/grading/grade';
import { simulate } from '@/lib/simulator';

const catalogue = await loadContent('exercises');
const seeds = Array.from({ length: 50 }, (_, index) => index * 7919 + 1);

const contents: [string, ExerciseContent][] = catalogue.exercises.map((one) => [
  one.slug,
  { exercise: one.read.value, snippet: one.snippet },
]);
const keyFor = (content: ExerciseContent, seed: number): Key => {
  const made = makeVariant(content, seed, (source) => simulate(source));
  if (made.status === 'refused') throw new Error(made.faults.map((fault) => fault.message).join(' '));
  return made.key;
};
const solve = (key: Key) =>
  key.kind === 'choice' ? kinds.choice.solve(key) : kinds['trace-table'].solve(key);

it('is loaded without a problem', () => {
  expect(catalogue.problems).toEqual([]);
  expect(contents.length).toBeGreaterThanOrEqual(4);
});

describe.each(contents)('%s', (_, content) => {
  it('gives full marks to its own solution and none to an empty answer, on 50 variants', () => {
    for (const seed of seeds) {
      const key = keyFor(content, seed);
      const solution = solve(key);
      expect(unreadableParts(key, solution)).toEqual([]);
      expect(gradeAnswer(content.exercise, key, solution, 7).points).toBe(7);
      expect(gradeAnswer(content.exercise, key, blankAnswer(key), 7).points).toBe(0);
    }
  });

  it('does not tell a right option by its place', () => {
    if (content.exercise.kind !== 'choice' || content.exercise.order === 'fixed') return;
    const places = seeds.map((seed) => JSON.stringify(solve(keyFor(content, seed))));
    expect(new Set(places).size).toBe(content.exercise.options.length);
  });

  it('points its hints to steps that there are', () => {
    const key = keyFor(content, 1);
    const last = key.kind === 'trace-table' ? Math.max(...key.rows.map((row) => row.step)) : 5;
    for (const hint of content.exercise.hints) expect(hint.step ?? 1).toBeLessThanOrEqual(last);
  });
});
