import { describe, expect, test } from 'vitest';
import { elided } from '@/app/_components/stage/film/elide';
import { eventsOf } from '@/app/_components/stage/film/events';
import type { Film } from '@/app/_components/stage/film/film';
import { makeFilm } from '@/app/_components/stage/film/make-film';
import { simulate } from '@/lib/simulator';
import { alias, containers, views } from './hand-made-traces';

const films = { alias: makeFilm(alias), views: makeFilm(views), containers: makeFilm(containers) };

/** Arrows into an object: names bound to it, references from objects, holders that are drawn as text only. */
function arrowsInto(film: Film, n: number, id: number): number {
  const scene = film.scenes[n];
  const names = scene?.names.filter((name) => name.status === 'bound' && name.target === id).length ?? 0;
  const links =
    scene?.links.filter((link) => link.key.split('>')[1]?.split(':')[0] === String(id)).length ?? 0;
  return names + links;
}

describe('scenes', () => {
  test('start after the imports and count every further statement', () => {
    expect(films.alias.scenes.map((scene) => scene.n)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(films.alias.scenes.map((scene) => scene.line)).toEqual([null, 2, 3, 4, 5, 6]);
    expect(films.alias.scenes[0]?.objects).toEqual([]);
  });

  test('say what each step did', () => {
    const acts = films.alias.scenes.slice(1).map((scene) => scene.act);
    expect(acts).toEqual(['Create A', 'Assign B = A', 'Modify B[0] = 10', 'Delete A', 'Delete B']);
    const marks = films.alias.scenes.map((scene) => scene.marks);
    expect(marks).toEqual([['start'], ['create'], ['alias'], ['write'], ['delete'], ['delete', 'freed']]);
  });

  test.each(Object.entries(films))('%s: the arrows into each object are as many as its count', (_, film) => {
    for (const scene of film.scenes)
      for (const object of scene.objects)
        if (object.status === 'live')
          expect([scene.n, object.id, arrowsInto(film, scene.n, object.id)]).toEqual([
            scene.n,
            object.id,
            object.count,
          ]);
  });

  test.each(Object.entries(films))('%s: the holders of each object add up to its count', (_, film) => {
    for (const scene of film.scenes)
      for (const object of scene.objects)
        if (object.status === 'live') expect(object.holders).toHaveLength(object.count ?? Number.NaN);
  });
});

describe('one array with two names', () => {
  const object = (n: number) => films.alias.scenes[n]?.objects[0];

  test('is counted 1, 2, 2, 1, 0', () => {
    expect([1, 2, 3, 4, 5].map((n) => object(n)?.count)).toEqual([1, 2, 2, 1, 0]);
    expect([1, 2, 3, 4, 5].map((n) => object(n)?.before)).toEqual([null, 1, null, 2, 1]);
  });

  test('shows the write in the strip and in the card, with what was there', () => {
    const scene = films.alias.scenes[3];
    expect(scene?.buffers[0]).toEqual({
      id: 1,
      live: true,
      cells: ['10', '2', '3'],
      written: [{ place: 0, was: '1' }],
    });
    expect(object(3)?.body).toMatchObject({
      cells: [
        { text: '10', now: true },
        { text: '2', now: false },
        { text: '3', now: false },
      ],
    });
    expect(scene?.names.filter((name) => name.via).map((name) => name.key)).toEqual(['0:B']);
  });

  test('keeps the place of a removed name and of the freed array', () => {
    const [a, b] = films.alias.scenes[5]?.names ?? [];
    expect([a?.status, a?.removed]).toEqual(['gone', 4]);
    expect([b?.status, b?.removed]).toEqual(['cut', 5]);
    expect(object(5)?.freed).toEqual({ step: 5, by: 'rc', scratch: null });
    expect(films.alias.scenes[5]?.buffers[0]?.live).toBe(false);
  });

  test('says since when each name holds it', () => {
    expect(object(3)?.holders.map(({ name, since }) => [name, since])).toEqual([
      ['A', 1],
      ['B', 2],
    ]);
  });
});

describe('views', () => {
  test('look at the cells that NumPy gives them', () => {
    const lane = films.views.scenes[2]?.lanes.find((l) => l.object === 3);
    expect(lane?.windows.map((w) => [w.start, w.labels])).toEqual([
      [1, ['0,0', '0,1']],
      [5, ['1,0', '1,1']],
      [9, ['2,0', '2,1']],
    ]);
    expect(lane?.strides.map((s) => s.label)).toEqual([
      '+8 bytes: next column',
      '+32 bytes: next row',
      '+32',
    ]);
    expect(lane?.focus).toBe(true);
  });

  test('all show a write to a cell that they share', () => {
    const scene = films.views.scenes[5];
    const now = scene?.lanes.map((lane) => [
      lane.object,
      lane.windows.flatMap((w) => w.labels.filter((_, i) => w.now[i])),
    ]);
    expect(now).toEqual([
      [3, ['0,0']],
      [4, ['1']],
    ]);
  });

  test('hold their base', () => {
    const owner = films.views.scenes[3]?.objects.find((object) => object.id === 1);
    expect(owner?.count).toBe(3);
    expect(owner?.holders.map((holder) => [holder.kind, holder.number])).toEqual([
      ['base', 2],
      ['base', 3],
      ['base', 4],
    ]);
  });
});

describe('containers', () => {
  test('hold one reference a slot', () => {
    const links = films.containers.scenes[2]?.links.map((link) => link.key);
    expect(links).toEqual(['2>1:item:0', '2>1:item:1']);
  });

  test('a cycle that nothing reaches waits for the collector, which frees it', () => {
    const list = (n: number) => films.containers.scenes[n]?.objects.find((object) => object.id === 2);
    expect([5, 6].map((n) => list(n)?.cycle)).toEqual([false, true]);
    expect(list(7)?.freed).toEqual({ step: 7, by: 'gc', scratch: { count: 1, inside: 1 } });
    expect(films.containers.scenes[7]?.marks).toContain('collect');
  });

  test('values without identity stand at their name', () => {
    const i = films.containers.scenes[4]?.names.find((name) => name.key === '0:i');
    expect([i?.target, i?.text]).toEqual([null, '7']);
  });
});

describe("what is not the program's own", () => {
  const film = makeFilm(simulate('class P:\n    def __init__(self):\n        pass\n\n\np = P()\n'));

  test('the function that runs a class body is not drawn, nor what Python puts into a class', () => {
    expect(film.cast.objects.map((role) => role.kind)).toEqual(['function __init__', 'class P', 'P']);
    const body = film.scenes.at(-1)?.objects.find((object) => object.id === film.cast.objects[1]?.id)?.body;
    expect(body?.type === 'slots' ? body.slots.map((slot) => slot.label) : body).toEqual(['.__init__']);
  });
});

describe('a weak reference', () => {
  const film = makeFilm(
    simulate('import weakref\n\n\nclass T:\n    pass\n\n\nt = T()\nr = weakref.ref(t)\ndel t\n'),
  );
  const thing = film.cast.objects.find((role) => role.kind === 'T');
  const pointers = (n: number) => film.scenes[n]?.links.filter((link) => link.weak) ?? [];

  test('points to its object, is not counted, and is gone with the object', () => {
    const after = film.scenes.findIndex((scene) => scene.code.startsWith('r ='));
    expect(pointers(after)).toHaveLength(1);
    expect(film.scenes[after]?.objects.find((object) => object.id === thing?.id)?.count).toBe(1);
    expect(film.scenes[after + 1]?.objects.find((object) => object.id === thing?.id)?.status).toBe('freed');
    expect(pointers(after + 1)).toEqual([]);
  });
});

describe('long containers', () => {
  const film = makeFilm(simulate("x = list(range(500))\nx[300] = 'here'\nx[301] = 'there'\n"));

  test.each([1, 2, 3])('the slots that some step changes are in sight at step %d', (n) => {
    const body = film.scenes[n]?.objects[0]?.body;
    const labels = body?.type === 'slots' ? body.slots.map((slot) => slot.label) : [];
    expect(labels).toEqual(['[0]', '[1]', '[2]', '[3]', '…', '[300]', '[301]', '…', '[499]']);
    const gaps = body?.type === 'slots' ? body.slots.filter((slot) => slot.label === '…') : [];
    expect(gaps.map((slot) => slot.text)).toEqual(['296 more', '197 more']);
  });

  test.each([
    [9, [], 'every slot'],
    [10, [], 'first seven, gap, last'],
    [500, [498, 497, 250, 3], 'what is touched first'],
  ])('%d slots, %j touched: never more than nine rows, and they add up (%s)', (count, touched) => {
    const rows = elided(count, touched);
    expect(rows.length).toBeLessThanOrEqual(9);
    expect(rows.reduce((sum, row) => sum + ('left' in row ? row.left : 1), 0)).toBe(count);
    for (const slot of touched) expect(rows).toContainEqual({ slot });
  });
});

describe('the events of an object', () => {
  test('are the steps that make it, free it, change its count, its value or its bytes', () => {
    const [owner, , third] = films.views.cast.objects.map((role) => role.id);
    expect(eventsOf(films.alias, films.alias.cast.objects[0]?.id ?? 0)).toEqual([1, 2, 3, 4, 5]);
    // Made with a at 1; v at 2 and r at 3 become holders; del a at 4; the write through v at 5; del r, del v.
    expect(eventsOf(films.views, owner ?? 0)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(eventsOf(films.views, third ?? 0)).toEqual([2, 5, 7]);
    expect(eventsOf(films.views, null)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });
});

describe('the end of a run', () => {
  const deep = makeFilm(simulate('def f(n):\n    return f(n + 1)\n\n\nf(0)\n'));

  // Recorded from CPython 3.11: three equal lines, then their number.
  test('a recursion without end is told in few lines, as Python does', () => {
    expect(deep.ending.message).toMatch(/^RecursionError: maximum recursion depth exceeded/);
    const { traceback } = deep.ending;
    expect(traceback.slice(0, 4)).toEqual([
      'line 5, in <module>',
      'line 2, in f',
      'line 2, in f',
      'line 2, in f',
    ]);
    expect(traceback.slice(4)).toEqual([
      expect.stringMatching(/^\[Previous line repeated \d{3} more times\]$/),
    ]);
  });

  test.each([
    [3, ['line 4, in g', 'line 4, in g', 'line 4, in g', 'line 3, in g']],
    [
      4,
      [
        'line 4, in g',
        'line 4, in g',
        'line 4, in g',
        '[Previous line repeated 1 more time]',
        'line 3, in g',
      ],
    ],
  ])('%d equal lines', (n, inner) => {
    const film = makeFilm(
      simulate(`def g(n):\n    if n == 0:\n        return None.x\n    return g(n - 1)\n\n\ng(${n})\n`),
    );
    expect(film.ending.traceback).toEqual(['line 7, in <module>', ...inner]);
  });
});
