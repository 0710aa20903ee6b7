/** Every exercise of the catalogue, on many variants. `npm run exercises:check` does the same for authors. */
import { describe, expect, it } from 'vitest';
import type { ExerciseContent } from '@/lib/exercises/content/exercise-template';
import { kindNames } from '@/lib/exercises/content/kind-names';
import { loadContent } from '@/lib/exercises/loader/load-content';
import { makeVariant, solutionOf } from '@/lib/exercises/variant';
import { checkExercise } from '@/lib/grading/check-exercise';
import { simulate } from '@/lib/simulator';

const catalogue = await loadContent('exercises');
const run = (source: string) => simulate(source);
const seedsFrom = (first: number, count: number) =>
  Array.from({ length: count }, (_, index) => (first + index) * 7919 + 1);
const seeds = seedsFrom(0, 50);

const contents: [string, ExerciseContent][] = catalogue.exercises.map((one) => [
  one.slug,
  { exercise: one.read.value, snippet: one.snippet },
]);

it('is loaded without a problem', () => {
  expect(catalogue.problems).toEqual([]);
});

it('has six or more exercises in each of twelve units, a quiz of all of them, and every kind often', () => {
  const units = new Set(contents.map(([slug]) => slug.split('/')[0]));
  expect(units.size).toBe(12);
  for (const unit of units) {
    const own = contents.map(([slug]) => slug).filter((slug) => slug.startsWith(`${unit}/`));
    expect(own.length, unit).toBeGreaterThanOrEqual(6);
    const quiz = catalogue.quizzes.find((one) => one.slug === unit);
    expect(quiz?.read.value.items.map((item) => item.exercise).toSorted(), unit).toEqual(own.toSorted());
  }
  for (const kind of kindNames) {
    const own = contents.filter(([, content]) => content.exercise.kind === kind);
    expect(own.length, kind).toBeGreaterThanOrEqual(6);
  }
});

describe.each(contents)('%s', (_, content) => {
  it('keeps what it promises, on 50 variants, and has 50 different ones', { timeout: 30_000 }, () => {
    const report = checkExercise(content, { run, seeds, countSeeds: seedsFrom(50, 70) });
    expect(report.faults).toEqual([]);
  });

  it('is the same for the same seed', () => {
    for (const seed of seeds.slice(0, 3)) {
      expect(JSON.stringify(makeVariant(content, seed, run))).toBe(
        JSON.stringify(makeVariant(content, seed, run)),
      );
    }
  });

  it('does not tell a right option by its place', () => {
    const first = makeVariant(content, 1, run);
    if (first.status !== 'made' || first.exercise.kind !== 'choice' || first.exercise.order === 'fixed')
      return;
    const places = seeds.map((seed) => {
      const made = makeVariant(content, seed, run);
      return made.status === 'made' ? JSON.stringify(solutionOf(made.key)) : 'refused';
    });
    expect(new Set(places).size).toBeGreaterThanOrEqual(first.exercise.options.length);
  });
});
