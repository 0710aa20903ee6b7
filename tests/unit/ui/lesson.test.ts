/** The tables and the small pictures of lessons, for programs with calls, containers and cycles. */
import { describe, expect, it } from 'vitest';
import { miniLayout } from '@/app/_components/lesson/mini-layout';
import { runTableOf } from '@/app/_components/lesson/run-table';
import { makeFilm } from '@/app/_components/stage/film/make-film';
import { simulate } from '@/lib/simulator';

const call = `def work(v):
    w = [v]
    return w
a = [1]
b = work(a)
del b
`;
const ring = 'import gc\na = [1]\nb = [a]\na.append(b)\ndel a\ndel b\ngc.collect()\n';

const tableOf = (source: string) => {
  const trace = simulate(source);
  return runTableOf(trace, makeFilm(trace));
};
const filmOf = (source: string) => makeFilm(simulate(source));

describe('the tables', () => {
  it('follow the names of a call for as long as it runs', () => {
    const table = tableOf(call);
    expect(table.columns.map(({ name, fn }) => [name, fn])).toEqual([
      ['a', null],
      ['b', null],
      ['v', 'work'],
      ['w', 'work'],
    ]);
    const said = (column: number) => table.rows.map((row) => row.cells[column]?.text);
    expect(said(2)).toEqual(['–', '–', '[1]', '[1]', '–', '–']);
    expect(said(3)).toEqual(['–', '–', '[[1]]', '[[1]]', '–', '–']);
    expect(table.countHeading).toBe('References to the list of a');
    expect(table.freedBy).toBeNull();
  });

  it('say what freed the object, and keep the two ways apart', () => {
    expect(tableOf('A = [1]\ndel A\n')).toMatchObject({ freedBy: 'rc', countHeading: 'Reference count' });
    expect(tableOf(ring).freedBy).toBe('gc');
  });

  it('tell a name that is not defined from one that is None', () => {
    const texts = (source: string) => tableOf(source).rows.map((row) => row.cells.map((cell) => cell.text));
    expect(texts('a = [1]\nb = 2\n')[0]).toEqual(['[1]', 'None']);
    expect(texts('a = [1]\nb = None\n')).toEqual([
      ['[1]', 'not defined'],
      ['[1]', 'None'],
    ]);
  });
});

describe('the small pictures', () => {
  it('keep every object in its place', () => {
    const film = filmOf(ring);
    const places = film.scenes.map(
      (scene) =>
        new Map(miniLayout(film, scene.n)?.objects.map(({ state, x, y }) => [state.id, `${x} ${y}`])),
    );
    for (const [id, place] of places.at(-1) ?? []) {
      for (const step of places) expect(step.get(id) ?? place).toBe(place);
    }
  });

  it('draw the references of a cycle from the slots that hold them, until both lists are freed', () => {
    const film = filmOf(ring);
    const links = (n: number) => miniLayout(film, n)?.links ?? [];
    expect(links(3)).toHaveLength(2);
    expect(links(5).every((link) => link.cell !== null && link.cell.hue > 0)).toBe(true);
    expect(links(6)).toEqual([]);
  });

  it('name a call above its names while it runs, and leave functions out', () => {
    const film = filmOf(call);
    const at = (n: number) => miniLayout(film, n);
    expect(at(3)?.frames.map(({ label }) => label)).toEqual(['work()']);
    expect(at(3)?.names.map(({ name }) => name)).toEqual(['a', 'v', 'w']);
    expect(at(5)?.frames).toEqual([]);
    expect(at(5)?.names.map(({ name }) => name)).toEqual(['a', 'b']);
    expect(at(1)?.objects).toEqual([]);
    expect(at(99)).toBeNull();
  });
});
