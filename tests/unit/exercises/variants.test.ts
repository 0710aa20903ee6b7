import { describe, expect, it } from 'vitest';
import type { FilledExercise } from '@/lib/exercises/content/exercise-file';
import {
  type ExerciseContent,
  exerciseContentSchema,
  fillTemplate,
} from '@/lib/exercises/content/exercise-template';
import type { Key } from '@/lib/exercises/kinds';
import type { TraceTableKey } from '@/lib/exercises/kinds/trace-table/key';
import { makeVariant, renderExercise } from '@/lib/exercises/variant';
import { simulate } from '@/lib/simulator';

const program = 'A = [1, 2, 3]\nB = A\nB[0] = 10\ndel A\ndel B\n';
const content = (own: object, snippet = program): ExerciseContent =>
  exerciseContentSchema.parse({
    snippet,
    exercise: {
      id: '3f0c7c1e-7d0e-4d57-9a6d-0f6f3f1c2d01',
      title: 'T',
      concepts: ['aliasing'],
      difficulty: 1,
      prompt: 'P',
      explanation: 'E',
      ...own,
    },
  });
const make = (own: object, snippet?: string, seed = 1) =>
  makeVariant(content(own, snippet), seed, (source) => simulate(source));
const filled = (own: object): FilledExercise => {
  const made = fillTemplate(content(own), 1, 0);
  if (!('exercise' in made)) throw new Error(made.map((fault) => fault.message).join(' '));
  return made;
};
const keyOf = (own: object, snippet?: string, seed?: number): Key => {
  const made = make(own, snippet, seed);
  if (made.status === 'refused') throw new Error(made.faults.map((fault) => fault.message).join(' '));
  return made.key;
};
const rightOptions = (own: object, snippet?: string) => {
  const key = keyOf({ kind: 'choice', ...own }, snippet);
  if (key.kind !== 'choice') throw new Error('no choice');
  return key.options.filter((option) => option.right).map((option) => option.text);
};
const faults = (own: object, snippet?: string) => {
  const made = make(own, snippet);
  return made.status === 'refused' ? made.faults.map((fault) => fault.message) : [];
};

describe('the key of a choice', () => {
  it.each([
    [{ ask: { value: 'A', step: 3 }, options: ['[1, 2, 3]', '[10, 2, 3]'] }, '[10, 2, 3]'],
    [{ ask: { value: 'A', step: 4 }, options: ['[10, 2, 3]', '-'] }, 'not defined'],
    [{ ask: { value: 'B', step: 'end' }, options: ['[10, 2, 3]', 'deleted'] }, 'not defined'],
    [{ ask: { count: 'A', step: 2 }, options: [1, 2, 3] }, '2'],
    [{ ask: { count: { name: 'B', step: 3 }, step: 5 }, options: [0, 1] }, '0'],
    [{ ask: { freed: 'A', step: 4 }, options: [true, false] }, 'No'],
    [{ ask: { stepWhere: { count: 0, of: 'A' } }, options: [2, 3, 4, 5] }, 'Step 5'],
    [
      { ask: { value: 'A', step: 3 }, options: ['[1, 2, 3]', { ask: { value: 'B', step: 4 } }] },
      '[10, 2, 3]',
    ],
    [
      {
        change: { withoutSteps: [5] },
        options: [
          { text: 'stays', when: { of: 'A', count: 1, freed: false } },
          { text: 'goes', when: { of: 'A', freed: true } },
        ],
      },
      'stays',
    ],
  ])('%j → %s', (own, right) => {
    expect(rightOptions(own)).toEqual([right]);
  });

  it('is refused where no option, or more than one, is right, or two are the same', () => {
    const ask = { value: 'A', step: 3 };
    expect(faults({ kind: 'choice', ask, options: ['[1, 2, 3]', '-'] })).toEqual([
      'No option is right on the trace.',
    ]);
    expect(faults({ kind: 'choice', ask, options: ['[10, 2, 3]', '(1,)', '(1, )'] })).toEqual([
      'The option "(1,)" is there twice.',
    ]);
    const when = { of: 'A', freed: true };
    const two = {
      kind: 'choice',
      options: [
        { text: 'x', when },
        { text: 'y', when },
      ],
    };
    expect(faults(two)).toEqual(['2 options are right; one may be chosen.']);
    expect(faults({ ...two, several: true })).toEqual([]);
  });

  it('is refused where there is nothing to ask', () => {
    const options = ['1', '2'];
    expect(faults({ kind: 'choice', ask: { value: 'A', step: 9 }, options })[0]).toContain('no step 9');
    expect(faults({ kind: 'choice', ask: { count: 'Z', step: 1 }, options })[0]).toContain('does not exist');
    expect(faults({ kind: 'choice', ask: { stepWhere: { count: 7, of: 'A' } }, options })[0]).toContain(
      'no step leaves',
    );
    expect(
      faults({ kind: 'choice', change: { withoutSteps: [6] }, ask: { value: 'A', step: 1 }, options })[0],
    ).toBe('The program has no step 6.');
  });

  it('is refused where the program does not run to its end', () => {
    const own = { kind: 'choice', ask: { value: 'A', step: 1 }, options: ['1', '2'] };
    expect(faults(own, 'A = 1\nB\n')).toEqual([
      "The program does not run to its end: line 2, NameError: name 'B' is not defined.",
    ]);
    expect(faults(own, 'A = (\n')[0]).toContain('SyntaxError');
    expect(faults(own, 'while True: pass\n')[0]).toContain('does not run to its end');
  });

  it('has an order of options for each seed, and the same one each time', () => {
    const own = { kind: 'choice', ask: { count: 'A', step: 2 }, options: [0, 1, 2, 3, 4] };
    const orders = Array.from({ length: 20 }, (_, seed) => JSON.stringify(keyOf(own, undefined, seed)));
    expect(new Set(orders).size).toBeGreaterThan(10);
    expect(orders).toEqual(
      Array.from({ length: 20 }, (_, seed) => JSON.stringify(keyOf(own, undefined, seed))),
    );
  });
});

const tableOf = (own: object, snippet?: string): TraceTableKey => {
  const key = keyOf({ kind: 'trace-table', ...own }, snippet);
  if (key.kind !== 'trace-table') throw new Error('no table');
  return key;
};
const texts = (key: TraceTableKey) => key.rows.map((row) => row.cells.map((cell) => cell.expected));
const columns = [{ value: 'A' }, { value: 'B' }, { count: 'A' }, { freed: 'A' }];
/** The table that the lesson prints. */
const lessonTable = [
  ['[1, 2, 3]', 'not defined', '1', 'No'],
  ['[1, 2, 3]', '[1, 2, 3]', '2', 'No'],
  ['[10, 2, 3]', '[10, 2, 3]', '2', 'No'],
  ['not defined', '[10, 2, 3]', '1', 'No'],
  ['not defined', 'not defined', '0', 'Yes'],
];

describe('the key of a trace table', () => {
  it('is the table of the lesson', () => {
    const array = `import numpy as np\n${program.replace('[1, 2, 3]', 'np.array([1, 2, 3])')}`;
    expect(texts(tableOf({ columns }, array))).toEqual(lessonTable);
    expect(texts(tableOf({ columns }))).toEqual(lessonTable);
  });

  it('gives the cells that the author gives, and those of objects that are not made yet', () => {
    const key = tableOf(
      { columns: [{ value: 'A' }, { count: 'B' }], steps: [1, 2], given: ['1.A'] },
      'A = 1\nB = [A]\n',
    );
    expect(key.rows.map((row) => row.cells.map((cell) => [cell.expected, cell.given]))).toEqual([
      [
        ['1', true],
        ['–', true],
      ],
      [
        ['1', false],
        ['1', false],
      ],
    ]);
  });

  it('tells whether None can only mean that a name is not defined', () => {
    expect(tableOf({ columns: [{ value: 'A' }] }).noneMeansUndefined).toBe(true);
    expect(tableOf({ columns: [{ value: 'A' }] }, 'A = 1\nA = None\n').noneMeansUndefined).toBe(false);
  });

  it('is refused for names, objects, steps and cells that are not there', () => {
    const table = { kind: 'trace-table', columns };
    expect(faults({ ...table, columns: [{ value: 'C' }, { count: 'C' }] })).toEqual([
      'The name C is never bound.',
      'There is no such object: the object of C.',
    ]);
    expect(faults({ ...table, steps: [1, 6] })).toEqual(['The program has no step 6.']);
    expect(faults({ ...table, given: ['1.Z', '9.*'] })).toEqual([
      'The table has no cell 1.Z.',
      'The table has no cell 9.*.',
    ]);
    expect(faults({ ...table, steps: [1], given: ['1.*'] })).toEqual(['No cell is left to ask.']);
    expect(faults({ ...table, columns: [{ count: 'A' }, { count: 'B' }] })).toEqual([
      'A second column "count"; give it an id.',
    ]);
    expect(faults({ ...table, columns: [{ value: 'f' }] }, 'def f(): pass\n')[0]).toContain(
      'cannot be written',
    );
  });

  it('says why, at the step', () => {
    const reasons = tableOf({ columns }).rows.map((row) => row.cells.map((cell) => cell.reason));
    expect(reasons[1]?.[2]).toBe(
      'Step 2, `B = A`, changes the count of the list of A from 1 to 2. It is held by A and B.',
    );
    expect(reasons[2]?.[0]).toBe(
      'Step 3, `B[0] = 10`, changes what A shows from [1, 2, 3] to [10, 2, 3]. A and B refer to the same object.',
    );
    expect(reasons[3]?.[0]).toBe('Step 4, `del A`, removes the name A.');
    expect(reasons[4]?.[3]).toBe(
      'Step 5, `del B`, takes the last reference away: the count is 0 and the list of A is freed at once.',
    );
  });
});

describe('what a student sees', () => {
  it('does not depend on what is right', () => {
    const own = { kind: 'choice', ask: { count: 'A', step: 2 }, options: [1, 2, 3] };
    const key = keyOf(own);
    if (key.kind !== 'choice') throw new Error('no choice');
    const bent = {
      ...key,
      options: key.options.map((option) => ({ ...option, right: !option.right })),
      reason: 'x',
      step: 9,
    };
    expect(renderExercise(filled(own), bent)).toEqual(renderExercise(filled(own), key));

    const table = { kind: 'trace-table', columns };
    const tableKey = tableOf(table);
    const other = {
      ...tableKey,
      noneMeansUndefined: false,
      rows: tableKey.rows.map((row) => ({
        ...row,
        cells: row.cells.map((cell) => ({ ...cell, expected: '?', changes: true, reason: '' })),
      })),
    };
    expect(renderExercise(filled(table), other)).toEqual(renderExercise(filled(table), tableKey));
  });

  it('has no explanation', () => {
    const own = { kind: 'trace-table', columns, explanation: 'the secret' };
    expect(JSON.stringify(renderExercise(filled(own), tableOf(own)))).not.toContain('secret');
  });
});
