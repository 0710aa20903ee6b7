import { expect, it } from 'vitest';
import { placeFault, writeAll } from '@/lib/classroom/content/rules';

const place = (id: string, slug: string, courseId: string | null = null) => ({ id, slug, courseId });

it('lets a file have a place that is free, or its own', () => {
  expect(placeFault({ id: 'A1', slug: 'u/one' }, [])).toBeNull();
  expect(placeFault({ id: 'A1', slug: 'u/one' }, [place('a1', 'u/one')])).toBeNull();
  expect(placeFault({ id: 'a1', slug: 'u/two' }, [place('a1', 'u/one')])).toBeNull();
});

it('refuses the folder of another id, and the id of content of a course', () => {
  expect(placeFault({ id: 'b2', slug: 'u/one' }, [place('a1', 'u/one')])).toContain('has the id a1');
  expect(placeFault({ id: 'a1', slug: 'u/one' }, [place('a1', 'own', 'c')])).toContain('content of a course');
});

it('writes what waits for another to move away, and tells what waits in vain', async () => {
  const taken = new Map([
    ['one', 'a'],
    ['two', 'b'],
    ['four', 'gone'],
  ]);
  const write = async ([id, slug]: readonly [string, string]) => {
    const holder = taken.get(slug);
    if (holder !== undefined && holder !== id) return `held by ${holder}`;
    for (const [known, own] of taken) if (own === id) taken.delete(known);
    taken.set(slug, id);
    return null;
  };
  const moves = [['a', 'two'] as const, ['b', 'three'] as const, ['c', 'four'] as const];
  expect(await writeAll(moves, write)).toEqual([{ one: ['c', 'four'], message: 'held by gone' }]);
  expect([...taken].toSorted()).toEqual([
    ['four', 'gone'],
    ['three', 'b'],
    ['two', 'a'],
  ]);
});
