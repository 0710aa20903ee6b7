/** What marking promises, on every exercise of the catalogue. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ExerciseContent } from '@/lib/exercises/content/exercise-template';
import type { Key } from '@/lib/exercises/kinds';
import { loadContent } from '@/lib/exercises/loader/load-content';
import type { Answer } from '@/lib/exercises/public';
import { examineAnswer, makeVariant, solutionOf, type Variant } from '@/lib/exercises/variant';
import { blankAnswer, gradeAnswer, unreadableParts } from '@/lib/grading/grade';
import type { Marks } from '@/lib/grading/marks';
import { simulate } from '@/lib/simulator';

const { exercises } = await loadContent('exercises');
const run = (source: string) => simulate(source, { limits: { steps: 400, instructions: 50_000 } });
const seeds = [1, 7919, 15_837, 23_758];
const points = 100;
/** What "near nothing" may be, of 100. */
const nearNothing = 15;

type Made = Extract<Variant, { status: 'made' }>;
type Cells = Readonly<Record<string, string>>;

function made(content: ExerciseContent, seed: number): Made {
  const variant = makeVariant(content, seed, run);
  if (variant.status === 'made') return variant;
  throw new Error(`seed ${seed}: ${variant.faults.map(({ message }) => message).join(' ')}`);
}

function mark({ exercise, key }: Made, answer: Answer): Marks {
  return gradeAnswer(exercise, key, answer, points, examineAnswer(key, answer, run));
}

const contents = exercises.map(
  ({ slug, read, snippet }) => [slug, { exercise: read.value, snippet }] as const,
);
const ofKind = (...kinds: readonly string[]) =>
  contents.filter(([, { exercise }]) => kinds.includes(exercise.kind));

const cellsOf = (key: Key): Cells => (solutionOf(key) as { cells: Cells }).cells;
const withCells = (key: Key, cells: Cells): Answer => ({ ...solutionOf(key), cells }) as Answer;
const eachCell = (key: Key, text: (cell: string) => string): Answer =>
  withCells(key, Object.fromEntries(Object.keys(cellsOf(key)).map((cell) => [cell, text(cell)])));

describe.each(contents)('%s', (_, content) => {
  it('gives everything to the solution, nothing to nothing, and the same each time', () => {
    for (const seed of seeds) {
      const variant = made(content, seed);
      const solution = solutionOf(variant.key);
      expect(mark(variant, solution).points).toBe(points);
      expect(mark(variant, blankAnswer(variant.key)).points).toBe(0);
      expect(mark(variant, solution)).toEqual(mark(made(content, seed), structuredClone(solution)));
    }
  });
});

describe.each(ofKind('trace-table', 'collection', 'output'))('%s', (_, content) => {
  it('gives next to nothing for one constant in every cell', () => {
    for (const seed of seeds) {
      const variant = made(content, seed);
      const texts = new Set([...Object.values(cellsOf(variant.key)), '1', '2', 'yes', 'no', 'never', '-']);
      for (const text of texts) {
        const answer = eachCell(variant.key, () => text);
        // What cannot be read is sent back, and never marked.
        if (unreadableParts(variant.key, answer).length > 0) continue;
        expect([text, mark(variant, answer).points <= nearNothing]).toEqual([text, true]);
      }
    }
  });

  it('keeps what is right where a wrong cell becomes right, and takes no more than what followed from it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...seeds), fc.infiniteStream(fc.nat(1000)), (seed, numbers) => {
        const variant = made(content, seed);
        const truth = cellsOf(variant.key);
        const texts = Object.values(truth);
        const next = () => numbers.next().value ?? 0;
        const wrong = Object.fromEntries(
          Object.entries(truth).map(([cell, text]) => [
            cell,
            next() < 600 ? text : (texts[next() % texts.length] ?? ''),
          ]),
        );
        const before = mark(variant, withCells(variant.key, wrong));
        const bad = before.cells.filter(({ state }) => state !== 'correct');
        const fixed = bad[next() % Math.max(1, bad.length)];
        if (fixed === undefined) return;
        const after = mark(
          variant,
          withCells(variant.key, { ...wrong, [fixed.cell]: truth[fixed.cell] ?? '' }),
        );
        const states = new Map(after.cells.map((cell) => [cell.cell, cell]));
        let taken = 0;
        for (const cell of before.cells) {
          const now = states.get(cell.cell);
          const flat = now?.reason.match(sameEverywhere);
          if (cell.state === 'correct' && !besideIt(cell.cell, fixed.cell))
            expect(now?.state).toBe('correct');
          if (cell.state === 'consistent' || flat) taken += Math.max(0, cell.points - (now?.points ?? 0));
        }
        expect(after.points + taken).toBeGreaterThanOrEqual(before.points - 0.02);
      }),
      { numRuns: 60 },
    );
  });
});

/** The reason of a cell that earns nothing because all cells beside it say the same. */
const sameEverywhere = /says the same in each row|answers here are the same/;

/** The two cells of one object of a collection are read together: "never" stands for both. */
const besideIt = (a: string, b: string) => /^\d+\.(when|how)$/.test(a) && a.split('.')[0] === b.split('.')[0];

describe.each(ofKind('trace-table'))('%s', (_, content) => {
  it('gives next to nothing for rows that are all the same', () => {
    for (const seed of seeds) {
      const variant = made(content, seed);
      if (variant.key.kind !== 'trace-table') throw new Error('no table');
      for (const row of variant.key.rows) {
        const texts = new Map(row.cells.map(({ column, expected }) => [column, expected]));
        const answer = eachCell(variant.key, (cell) => texts.get(cell.split('.')[1] ?? '') ?? '');
        expect(mark(variant, answer).points).toBeLessThanOrEqual(nearNothing);
      }
    }
  });
});

/**
 * The program with one number of a list or array that it writes down one higher: what a student makes of it who misreads
 * an element, and goes on truly. A row tells such an error whole. Another one, such as that of the bounds of a view, it
 * does not: it says what the view shows, not where in the array that stands.
 */
function misread(snippet: string): string[] {
  return [...snippet.matchAll(/(?<=^\w+ = (?:np\.array\()?\[(?:\d+, )*)\d+(?=(?:, \d+)*\]\)?$)/gm)].map(
    (found) =>
      snippet.slice(0, found.index) +
      String(Number(found[0]) + 1) +
      snippet.slice(found.index + found[0].length),
  );
}

describe.each(ofKind('trace-table', 'output'))('%s', (_, content) => {
  it('takes the whole mark of a root error once, and half of what follows from it', () => {
    for (const seed of seeds) {
      const variant = made(content, seed);
      const truth = cellsOf(variant.key);
      for (const snippet of misread(variant.snippet)) {
        const { parameters: _none, ...exercise } = variant.exercise;
        const believed = makeVariant({ exercise: { ...exercise }, snippet }, seed, run);
        if (believed.status !== 'made') continue;
        const cells = cellsOf(believed.key);
        if (Object.keys(cells).join() !== Object.keys(truth).join()) continue;
        const marks = mark(variant, withCells(variant.key, cells)).cells;
        const roots = new Set(
          marks.filter(({ state }) => state === 'wrong').map(({ cell }) => cell.split('.')[0]),
        );
        // A printed line may show what no name does, and a variable of a call what no row tells: then a later cell
        // is wrong as well.
        if (variant.key.kind === 'trace-table' && !snippet.includes('def '))
          expect([snippet, [...roots].length <= 1]).toEqual([snippet, true]);
        for (const { state, points: earned, possible, reason } of marks) {
          if (reason.match(sameEverywhere)) expect(earned).toBe(0);
          else if (state === 'consistent') expect(earned).toBeCloseTo(possible / 2, 2);
        }
      }
    }
  });
});
