import { describe, expect, test } from 'vitest';
import { makeFilm } from '@/app/_components/stage/film/make-film';
import { place } from '@/app/_components/stage/layout/place';
import { scrollTopFor, touchedSpans } from '@/app/_components/stage/layout/sight';
import { simulate } from '@/lib/simulator';

const film = (source: string) => makeFilm(simulate(source));
const lists = (count: number) => Array.from({ length: count }, (_, i) => `x${i} = [${i}]`).join('\n');
const crowd = film('a = []\nfor i in range(100):\n    a.append([i])\n');

describe('a crowd', () => {
  // a, the iterator of the range, and a hundred lists
  test.each(['wide', 'narrow'] as const)('%s: a hundred objects take a line each', (form) => {
    const places = place(crowd.cast, form);
    expect(places.objects.size).toBe(102);
    const heights = [...places.objects.values()].map((box) => box.h);
    expect(heights.filter((h) => h === 34)).toHaveLength(100);
    expect(places.height).toBeLessThan(102 * 42 + 300);
    const boxes = [...places.objects.values()].sort((a, b) => a.y - b.y);
    boxes.forEach((box, i) => {
      const above = boxes[i - 1];
      if (above) expect(box.y).toBeGreaterThanOrEqual(above.y + above.h);
    });
  });

  test('its references share a bounded room, so that it is not drawn tiny', () => {
    expect(place(crowd.cast, 'wide').width).toBeLessThan(700);
    expect(place(crowd.cast, 'narrow').width).toBeLessThan(480);
  });

  test('begins above twelve objects; fewer keep their cards', () => {
    const heights = (count: number) =>
      new Set([...place(film(lists(count)).cast, 'wide').objects.values()].map((box) => box.h));
    expect(heights(12).has(34)).toBe(false);
    expect([...heights(13)]).toEqual([34]);
  });

  test('a name and its object share a line', () => {
    const { cast } = film(lists(30));
    const places = place(cast, 'wide');
    for (const role of cast.names) {
      const name = places.names.get(role.key);
      const object = places.objects.get(role.first ?? -1);
      if (!name || !object) throw new Error(`${role.name} has no place`);
      expect(Math.abs(name.y + name.h / 2 - (object.y + object.h / 2))).toBeLessThan(2);
    }
  });
});

describe('what a step touched', () => {
  const small = film('a = [1]\nb = [2]\nb.append(3)\ndel a\n');
  const places = place(small.cast, 'wide');
  const touched = (n: number) => {
    const scene = small.scenes[n];
    return scene ? touchedSpans(scene, places) : [];
  };
  const top = (id: number | undefined) => places.objects.get(id ?? -1)?.y;
  const [a, b] = small.cast.objects.map((role) => role.id);

  test('is nothing at the start, then the new, the written and the freed object', () => {
    expect(touched(0)).toEqual([]);
    expect(touched(1)[0]?.top).toBe(top(a));
    expect(touched(2)[0]?.top).toBe(top(b));
    expect(touched(3)[0]?.top).toBe(top(b));
    expect(touched(4)[0]?.top).toBe(top(a));
  });

  test('is the last list of a crowd, before the list that holds it', () => {
    const last = crowd.cast.objects.at(-1)?.id;
    const scene = crowd.scenes.find((one) => one.objects.some((o) => o.id === last && o.isNew));
    const crowded = place(crowd.cast, 'wide');
    if (!scene) throw new Error('the last list never appears');
    expect(touchedSpans(scene, crowded)[0]?.top).toBe(crowded.objects.get(last ?? -1)?.y);
  });
});

describe('the position of the window', () => {
  test.each([
    ['nothing touched: it stays', [], 300, 300],
    ['in sight: it stays', [{ top: 400, bottom: 440 }], 300, 300],
    ['below: as little as needed', [{ top: 1000, bottom: 1040 }], 300, 564],
    ['above: as little as needed', [{ top: 100, bottom: 140 }], 300, 76],
    ['at the very top', [{ top: 4, bottom: 40 }], 300, 0],
    ['higher than the window: its top', [{ top: 1000, bottom: 2000 }], 0, 976],
  ])('%s', (_, spans, at, wanted) => {
    expect(scrollTopFor(spans, at, 500)).toBe(wanted);
  });

  test('the next ones come into sight with the first where they fit, and are left where not', () => {
    const first = { top: 1000, bottom: 1040 };
    expect(scrollTopFor([first, { top: 1200, bottom: 1240 }], 0, 500)).toBe(764);
    expect(scrollTopFor([first, { top: 0, bottom: 40 }], 0, 500)).toBe(564);
  });
});
