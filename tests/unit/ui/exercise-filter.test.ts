import { describe, expect, it } from 'vitest';
import { everything, matching } from '@/app/_components/quizzes/filter';
import type { CatalogueExercise, CatalogueUnit } from '@/lib/classroom/catalogue';

const exercise = (slug: string, more: Partial<CatalogueExercise>): CatalogueExercise => ({
  id: slug,
  slug,
  title: slug,
  kind: 'choice',
  difficulty: 1,
  concepts: ['views'],
  varies: true,
  address: `/exercises/${slug}`,
  ...more,
});
const unit = (slug: string, ...exercises: CatalogueExercise[]): CatalogueUnit => ({
  slug,
  title: slug,
  quiz: null,
  exercises,
});
const units = [
  unit(
    'views',
    exercise('views/a', { title: 'A slice' }),
    exercise('views/b', { title: 'Two slices', difficulty: 3 }),
  ),
  unit('copies', exercise('copies/c', { title: 'A copy', kind: 'output', concepts: ['fancy-indexing'] })),
];
const found = (filter: Partial<typeof everything>) =>
  matching(units, { ...everything, ...filter }).map(({ slug }) => slug);

describe('the exercises that a teacher looks for', () => {
  it.each([
    [{}, ['views/a', 'views/b', 'copies/c']],
    [{ unit: 'copies' }, ['copies/c']],
    [{ kind: 'output' }, ['copies/c']],
    [{ difficulty: '3' }, ['views/b']],
    [{ concept: 'views' }, ['views/a', 'views/b']],
    [{ text: 'slice' }, ['views/a', 'views/b']],
    // Every word, in any order, in the title or in a concept as it is written or called.
    [{ text: ' SLICES two ' }, ['views/b']],
    [{ text: 'Fancy indexing' }, ['copies/c']],
    [{ text: 'slice', unit: 'copies' }, []],
  ])('%j', (filter, expected) => {
    expect(found(filter)).toEqual(expected);
  });
});
