import { describe, expect, test } from 'vitest';
import { makeFilm } from '@/app/_components/stage/film/make-film';
import { blocksOf } from '@/app/_components/stage/layout/blocks';
import { place } from '@/app/_components/stage/layout/place';
import { simulate } from '@/lib/simulator';

const programs = {
  nothing: '',
  few: 'a = [1]\nb = a\n',
  crowd: 'a = []\nfor i in range(100):\n    a.append([i])\n',
  'freed and made again': 'for i in range(40):\n    x = [i]\n',
};
const cases = Object.entries(programs).flatMap(([name, source]) =>
  (['wide', 'narrow'] as const).map((form) => [name, form, makeFilm(simulate(source)).cast] as const),
);

describe('blocks of objects', () => {
  test.each(cases)('%s, %s: every object is in one, at its place, with room around it', (_, form, cast) => {
    const places = place(cast, form);
    const blocks = blocksOf(cast, places);
    expect(blocks.flatMap((block) => [...block.cards.keys()])).toEqual([...places.objects.keys()]);
    for (const { box: around, cards } of blocks)
      for (const [id, { box }] of cards) {
        const own = places.objects.get(id);
        expect({ ...box, x: around.x + box.x, y: around.y + box.y }).toEqual(own);
        expect(
          Math.min(box.x, box.y, around.w - box.x - box.w, around.h - box.y - box.h),
        ).toBeGreaterThanOrEqual(16);
      }
  });

  test('a long picture has several, so that those out of sight can be left out', () => {
    const cast = makeFilm(simulate(programs.crowd)).cast;
    const blocks = blocksOf(cast, place(cast, 'wide'));
    expect(blocks.length).toBeGreaterThan(5);
    expect(new Set(blocks.map((block) => block.key)).size).toBe(blocks.length);
  });
});
