import { describe, expect, it } from 'vitest';
import {
  byName,
  bySection,
  hasState,
  isWanted,
  rowsOfPage,
  sortedByFigure,
} from '@/lib/classroom/gradebook/order';
import type { Mark } from '@/lib/classroom/gradebook/rules';
import { bookQuerySchema } from '@/lib/classroom/gradebook/schema';

const person = (name: string, section: string | null = null) => ({
  userId: name,
  name,
  email: `${name.toLowerCase()}@example.org`,
  sectionId: section,
  section,
});
const [zoe, emile, anna] = [person('Zoë', 'b'), person('Émile', 'a'), person('Anna')];
const people = [zoe, emile, anna];
const names = (list: readonly { name: string }[]) => list.map(({ name }) => name);

describe('who is listed', () => {
  it.each([
    ['emile', ['Émile']],
    ['ZOE', ['Zoë']],
    ['anna@', ['Anna']],
    ['', ['Zoë', 'Émile', 'Anna']],
    ['nobody', []],
  ])('by a part of the name or address, accents and case aside: %s', (name, expected) =>
    expect(names(people.filter((one) => isWanted(one, { name, section: null })))).toEqual(expected),
  );

  it('by section, and who is in none', () => {
    expect(names(people.filter((one) => isWanted(one, { name: '', section: 'a' })))).toEqual(['Émile']);
    expect(names(people.filter((one) => isWanted(one, { name: '', section: 'none' })))).toEqual(['Anna']);
  });

  it('by what stands in a mark', () => {
    const mark: Mark = {
      state: 'scored',
      points: 1,
      possible: 1,
      late: true,
      latePercent: 0,
      overridden: false,
      partly: true,
    };
    expect(hasState([mark], 'late')).toBe(true);
    expect(hasState([mark], 'overridden')).toBe(false);
    expect(hasState([mark], 'missing')).toBe(false);
    expect(hasState([mark], 'excused')).toBe(true);
    expect(hasState([], 'excused')).toBe(false);
  });
});

describe('the order', () => {
  it('by name goes by the alphabet, not by code points', () =>
    expect(names([...people].sort(byName))).toEqual(['Anna', 'Émile', 'Zoë']));

  it('by section has who is in none last', () =>
    expect(names([...people].sort(bySection))).toEqual(['Émile', 'Zoë', 'Anna']));

  it('by a figure has who has none last, both ways', () => {
    const figures = new Map<string, number | null>([
      ['Zoë', 0],
      ['Émile', null],
      ['Anna', 2],
    ]);
    const by = (order: 'up' | 'down') =>
      names(sortedByFigure(people, ({ name }) => figures.get(name) ?? null, order));
    expect(by('up')).toEqual(['Zoë', 'Anna', 'Émile']);
    expect(by('down')).toEqual(['Anna', 'Zoë', 'Émile']);
  });
});

it('a page has fewer rows where there are many columns', () => {
  expect(rowsOfPage(10)).toBe(100);
  expect(rowsOfPage(100)).toBe(30);
  expect(rowsOfPage(500)).toBe(20);
  expect(rowsOfPage(0)).toBe(100);
});

describe('the address', () => {
  it('is read with its defaults, and what it says wrongly is left out', () => {
    const plain = {
      view: 'assignments',
      sort: 'name',
      order: 'up',
      name: '',
      section: null,
      state: null,
      page: 1,
    };
    expect(bookQuerySchema.parse({})).toEqual(plain);
    expect(
      bookQuerySchema.parse({
        view: 'rows',
        sort: ['a', 'b'],
        order: 'sideways',
        name: 'x'.repeat(101),
        section: "'; DROP TABLE",
        state: 'lost',
        page: '-3',
      }),
    ).toEqual(plain);
    expect(bookQuerySchema.parse({ page: '2', state: 'late', section: '' })).toEqual({
      ...plain,
      page: 2,
      state: 'late',
    });
  });
});
