import { describe, expect, it } from 'vitest';
import { byParameter } from '@/lib/classroom/analysis/by-parameter';
import { flagsOf } from '@/lib/classroom/analysis/flags';
import { beliefFlow } from '@/lib/classroom/analysis/flow';
import { sorted } from '@/lib/classroom/analysis/list';
import { optionFigures } from '@/lib/classroom/analysis/options';
import { type MarkedAnswer, partFigures } from '@/lib/classroom/analysis/parts';
import { type ExerciseFigures, itemQuerySchema, listQuerySchema } from '@/lib/classroom/analysis/schema';
import { wrongGroups } from '@/lib/classroom/analysis/wrong-values';
import type { ChoiceKey } from '@/lib/exercises/kinds/choice/key';
import type { CellMark } from '@/lib/grading/marks';

const student = (name: string) => ({ userId: name, name });
const names = (students: readonly { name: string }[]) => students.map(({ name }) => name).join(' ');

describe('wrong values', () => {
  const wrong = (name: string, given: string, expected = '2') => ({
    student: student(name),
    given,
    expected,
    above: '1',
    beliefs: given === '1' ? (['AssignmentCopiesObject'] as const) : [],
  });

  it('are told by what was read, the most frequent first', () => {
    const groups = wrongGroups([wrong('ada', '3'), wrong('bela', '1'), wrong('chidi', '1')]);
    expect(groups.map(({ says, students }) => [says, names(students)])).toEqual([
      [{ type: 'value', text: '1' }, 'bela chidi'],
      [{ type: 'value', text: '3' }, 'ada'],
    ]);
    expect(groups[0]?.beliefs).toMatchObject([{ id: 'AssignmentCopiesObject', students: 2 }]);
  });

  it('are told by how they differ from what is right where variants differ', () => {
    const groups = wrongGroups([
      wrong('ada', '3', '2'),
      wrong('bela', '5', '4'),
      { ...wrong('chidi', '[1, 2]', '[9, 2]'), above: '[1, 2]' },
      { ...wrong('dana', '[7]', '[3]'), above: '[7]' },
      { ...wrong('emre', '[8]', '[3]'), above: '[7]' },
      wrong('fatima', 'not defined', '[4]'),
    ]);
    expect(groups.map(({ says, students }) => [says, names(students)])).toEqual([
      [{ type: 'off', by: 1 }, 'ada bela'],
      [{ type: 'stale' }, 'chidi dana'],
      [{ type: 'others', example: '[8]' }, 'emre'],
      [{ type: 'value', text: 'not defined' }, 'fatima'],
    ]);
  });
});

describe('parts', () => {
  const mark = (cell: string, state: CellMark['state'], given: string, expected: string): CellMark => ({
    cell,
    label: `step ${Number.parseInt(cell, 10)}, ${cell.slice(2)}`,
    state,
    given,
    expected,
    points: 0,
    possible: 1,
    reason: '',
    step: Number.parseInt(cell, 10),
  });
  const answer = (name: string, ...cells: CellMark[]): MarkedAnswer => ({
    student: student(name),
    cells,
    named: ['CountsNamesOnly'],
    explains: ['2.xs'],
  });

  it('of a table are told by step and place: names of columns differ from variant to variant', () => {
    const figures = partFigures(
      [
        answer('ada', mark('1.xs', 'correct', '[1]', '[1]'), mark('2.xs', 'wrong', '[1]', '[1, 4]')),
        answer('bela', mark('1.row', 'blank', '', '[7]'), mark('2.row', 'consistent', '[7]', '[7, 8]')),
        answer('chidi', mark('1.xs', 'correct', '[1]', '[1]')),
      ],
      true,
      [mark('1.row', 'blank', '', '[7]')],
    );
    expect(figures.map(({ place, label, n, expected }) => [place, label, n, expected])).toEqual([
      ['1.1', 'step 1, row', 3, null],
      ['2.1', 'step 2, xs', 2, null],
    ]);
    expect(figures[0]?.states).toMatchObject({ correct: 2, blank: 1 });
    expect(figures[1]).toMatchObject({ wrong: 2, wrongShare: null });
    // Both wrote what was right one row above, each in the variant of their own.
    expect(figures[1]?.groups).toMatchObject([
      {
        says: { type: 'stale' },
        students: [student('ada'), student('bela')],
        beliefs: [{ id: 'CountsNamesOnly', students: 1 }],
      },
    ]);
  });

  it('of other kinds are told by their names', () => {
    const line = { ...mark('2', 'wrong', '3', '4'), label: 'line 2' };
    const [figures] = partFigures([answer('ada', line)], false, []);
    expect(figures).toMatchObject({ place: '2', label: 'line 2', expected: '4', n: 1 });
    expect(figures?.groups[0]?.says).toEqual({ type: 'value', text: '3' });
  });
});

it('counts options by their place in the file, whatever order a variant shows them in', () => {
  const option = (place: number, right: boolean) => ({
    id: '',
    text: `option ${place}`,
    code: false,
    right,
    place,
    believes: right ? null : ('AssignmentCopiesObject' as const),
  });
  const key: ChoiceKey = {
    kind: 'choice',
    several: false,
    options: [option(3, false), option(1, true), option(2, false)],
    reason: '',
    step: null,
  };
  const chose = (name: string, id: string, seed: number) => ({
    student: student(name),
    chosen: [id],
    seed,
    rest: 0.5,
    named: ['AssignmentCopiesObject'] as const,
  });
  const fixed = optionFigures(key, 'fixed', [
    chose('ada', 'a', 1),
    chose('bela', 'a', 2),
    chose('chidi', 'c', 3),
  ]);
  expect(fixed.map(({ text, right, students }) => [text, right, names(students)])).toEqual([
    ['option 1', true, 'ada bela'],
    ['option 2', false, ''],
    ['option 3', false, 'chidi'],
  ]);
  expect(fixed[0]?.rest).toBeNull();
  expect(fixed[0]?.beliefs).toMatchObject([{ id: 'AssignmentCopiesObject', students: 2 }]);
  // Shuffled, the first option shown is each of the three for some seed.
  const seeds = Array.from({ length: 30 }, (_, seed) => seed);
  const shuffled = optionFigures(
    key,
    'shuffled',
    seeds.map((seed) => chose(`s${seed}`, 'a', seed)),
  );
  expect(shuffled.reduce((sum, { students }) => sum + students.length, 0)).toBe(30);
  expect(shuffled.every(({ students }) => students.length > 0)).toBe(true);
});

it('tells how beliefs move from the first to the last attempt', () => {
  const copies = ['AssignmentCopiesObject'] as const;
  const destroys = ['DelDestroysObject'] as const;
  const flow = beliefFlow([
    { student: student('ada'), attempts: [copies, []], denied: copies },
    { student: student('bela'), attempts: [copies, [], copies], denied: [] },
    { student: student('chidi'), attempts: [copies], denied: [] },
    { student: student('dana'), attempts: [[], destroys], denied: [] },
    { student: student('emre'), attempts: [[]], denied: [] },
  ]);
  expect(
    flow.map(({ id, first, last, stayed, left, came, denied }) => [
      id,
      ...[first, last, stayed, left, came, denied].map(names),
    ]),
  ).toEqual([
    ['AssignmentCopiesObject', 'ada bela chidi', 'bela', 'bela', 'ada', '', 'ada'],
    ['DelDestroysObject', '', 'dana', '', '', 'dana', ''],
  ]);
});

it('tells the facility for each value of a parameter from ten answers on', () => {
  const answer = (n: string, share: number) => ({ share, values: new Map([['n', n]]) });
  const answers = [
    ...Array.from({ length: 10 }, (_, index) => answer('3', index < 4 ? 1 : 0)),
    ...Array.from({ length: 9 }, () => answer('4', 1)),
    answer('5', 0),
  ];
  expect(byParameter(answers)).toMatchObject([
    {
      name: 'n',
      values: [{ text: '3', n: 10, facility: { status: 'known', value: { share: 0.4 } } }],
      rare: { values: 2, answers: 10 },
    },
  ]);
});

it('flags what a teacher should look at, and nothing that is not known', () => {
  const share = (value: number) => ({ status: 'known', value: { share: value, margin: 0 } }) as const;
  const r = (value: number) => ({ status: 'known', value: { r: value, low: 0, high: 0, n: 20 } }) as const;
  const few = { status: 'unknown', why: { code: 'too-few', n: 3, least: 10 } } as const;
  expect(flagsOf(share(0.5), r(-0.01))).toEqual(['negative']);
  expect(flagsOf(share(0.19), r(0.09))).toEqual(['weak', 'hard']);
  expect(flagsOf(share(0.96), r(0.3))).toEqual(['easy']);
  expect(flagsOf(share(0.2), r(0.1))).toEqual([]);
  expect(flagsOf(few, few)).toEqual([]);
});

it('sorts what is not known to the end, whichever way', () => {
  const few = { status: 'unknown', why: { code: 'too-few', n: 1, least: 10 } } as const;
  const exercise = (title: string, share: number | null): ExerciseFigures => ({
    exerciseId: title,
    title,
    slug: title,
    n: 1,
    facility: share === null ? few : { status: 'known', value: { share, margin: 0 } },
    discrimination: few,
    commonest: null,
    flags: [],
  });
  const all = [exercise('a', 0.4), exercise('b', null), exercise('c', 0.2)];
  const titles = (down: 'yes' | 'no') =>
    sorted(all, { sort: 'facility', down })
      .map(({ title }) => title)
      .join('');
  expect([titles('no'), titles('yes')]).toEqual(['cab', 'acb']);
});

it('leaves out of an address what it cannot mean', () => {
  expect(listQuerySchema.parse({ section: 'x', sort: 'password', attempt: ['best'] })).toEqual({
    section: null,
    assignment: null,
    attempt: 'first',
    sort: 'title',
    down: 'no',
  });
  expect(itemQuerySchema.parse({ part: '2.1', attempt: 'last' })).toMatchObject({
    part: '2.1',
    attempt: 'last',
  });
});
