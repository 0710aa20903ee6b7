import { describe, expect, test } from 'vitest';
import { makeFilm } from '@/app/_components/stage/film/make-film';
import { colourRows, successions } from '@/app/_components/stage/layout/colouring';
import type { Box } from '@/app/_components/stage/layout/geometry';
import { place } from '@/app/_components/stage/layout/place';
import { alias, containers, views } from './hand-made-traces';

const casts = { alias, views, containers };
const forms = ['wide', 'narrow'] as const;
const cases = Object.entries(casts).flatMap(([name, trace]) =>
  forms.map((form) => [name, form, makeFilm(trace)] as const),
);

const overlap = (a: Box, b: Box) => a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;

describe('places', () => {
  test.each(cases)('%s, %s: every name, object and buffer has one, inside the stage', (_, form, film) => {
    const places = place(film.cast, form);
    expect([...places.names.keys()].sort()).toEqual(film.cast.names.map((role) => role.key).sort());
    expect([...places.objects.keys()]).toEqual(film.cast.objects.map((role) => role.id));
    expect([...places.strips.keys()]).toEqual(film.cast.buffers.map((role) => role.id));
    for (const box of [...places.names.values(), ...places.objects.values()]) {
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(box.x + box.w).toBeLessThanOrEqual(places.width);
      expect(box.y + box.h).toBeLessThanOrEqual(places.height);
    }
  });

  test.each(cases)('%s, %s: nothing stands on anything else', (_, form, film) => {
    const places = place(film.cast, form);
    const boxes = [...places.names.values(), ...places.objects.values()];
    boxes.forEach((a, i) => {
      for (const b of boxes.slice(i + 1)) expect(overlap(a, b)).toBe(false);
    });
  });

  test.each(cases)('%s, %s: every reference that is ever drawn has an end of its own', (_, form, film) => {
    const places = place(film.cast, form);
    for (const name of film.cast.names)
      for (const target of name.targets) expect(places.ports.has(`${name.key}>${target}`)).toBe(true);
    const ends = [...places.ports.values()].map(({ x, y }) => `${x},${y}`);
    expect(new Set(ends).size).toBe(ends.length);
    if (places.form !== 'tall')
      for (const link of film.cast.links) expect(places.links.has(link.key)).toBe(true);
    expect(new Set(places.links.values()).size).toBe(places.links.size);
  });
});

describe('interval colouring', () => {
  const lives = [
    { id: 1, from: 0, until: null },
    { id: 2, from: 1, until: 3 },
    { id: 3, from: 2, until: 5 },
    { id: 4, from: 3, until: null },
  ];

  test('gives a row on only when it is free', () => {
    expect([...colourRows(lives)]).toEqual([
      [1, 0],
      [2, 1],
      [3, 2],
      [4, 1],
    ]);
  });

  test('knows who follows whom', () => {
    expect([...successions(lives, colourRows(lives))]).toEqual([[2, 3]]);
  });
});
