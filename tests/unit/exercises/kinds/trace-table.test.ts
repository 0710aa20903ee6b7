import { describe, expect, it } from 'vitest';
import { asked, faultsOf } from './make';

const program = 'A = [1]\nB = A\nprint(A)\nC = [1]\nB = C\ndel A\n';
const columns = [{ same: 'B' }, { output: true }] as const;
const question = asked({ kind: 'trace-table', columns }, program);
const answer = (...rows: [same: string, output: string][]) => ({
  kind: 'trace-table' as const,
  cells: Object.fromEntries(
    rows.flatMap(([same, output], index) => [
      [`${index + 1}.same-B`, same],
      [`${index + 1}.output`, output],
    ]),
  ),
});
const right: [string, string][] = [
  ['not defined', 'nothing'],
  ['A', '-'],
  ['a'.toUpperCase(), '[1]'],
  ['A', ''],
  ['C', ''],
  ['C', 'nothing'],
];

describe('columns about identity and output', () => {
  it('say which other names refer to the object, and what the step prints', () => {
    expect(question.key.rows.map((row) => row.cells.map((cell) => cell.expected))).toEqual([
      ['not defined', 'nothing'],
      ['A', 'nothing'],
      ['A', '[1]'],
      ['A', 'nothing'],
      ['C', 'nothing'],
      ['C', 'nothing'],
    ]);
  });

  it('earn every mark for the right names, in any order and in words', () => {
    const names = asked(
      { kind: 'trace-table', columns: [{ same: 'A' }] },
      'A = []\nB = A\nC = B\ndel C\ndel B\n',
    );
    const cells = {
      '1.same-A': 'none',
      '2.same-A': 'B',
      '3.same-A': 'C and B',
      '4.same-A': 'B',
      '5.same-A': 'no other',
    };
    expect(names.points({ kind: 'trace-table', cells })).toBe(10);
  });

  it('mark a wrong name wrong, with the names that are right', () => {
    const rows = right.map((row): [string, string] => [...row]);
    rows[4] = ['A, C', ''];
    const mark = question.marks(answer(...rows)).cells.find((cell) => cell.cell === '5.same-B');
    expect(mark).toMatchObject({ state: 'wrong', expected: 'C', given: 'A, C' });
    expect(mark?.reason).toContain('C refers to the object of B as well');
  });

  it('let a printed value follow from what was written before', () => {
    const both = asked(
      { kind: 'trace-table', columns: [{ value: 'A' }, { output: true }] },
      'A = [1]\nA[0] = 5\nprint(A)\n',
    );
    const states = both.states({
      kind: 'trace-table',
      cells: { '1.A': '[1]', '2.A': '[1]', '2.output': '-', '3.A': '[1]', '3.output': '[1]' },
    });
    expect(states).toMatchObject({ '2.A': 'wrong', '3.A': 'consistent', '3.output': 'consistent' });
  });

  it('are refused for atoms, and for a step that prints several lines', () => {
    expect(faultsOf({ kind: 'trace-table', columns: [{ same: 'n' }] }, 'n = 1\n')).toEqual([
      'The name n never refers to an object.',
    ]);
    expect(faultsOf({ kind: 'trace-table', columns: [{ output: true }] }, "print('a\\nb')\n")[0]).toContain(
      'cannot be written',
    );
  });

  it('say what holds an object, its name being bound to something else or not', () => {
    const table = asked(
      { kind: 'trace-table', columns: [{ count: 'a' }] },
      'import numpy as np\na = np.arange(4)\nv = a[1:]\nbox = [a]\nc = None\na = None\nb = box[0]\ndel v\n',
    );
    const reason = (row: number) => table.key.rows[row]?.cells[0]?.reason ?? '';
    expect(reason(1)).toContain('It is held by a and base of v.');
    expect(reason(4)).toContain('from 3 to 2. It is held by base of v and list box[0].');
    expect(reason(6)).toContain('from 3 to 2. It is held by b and list box[0].');
  });
});

describe('the reason of a count that stays', () => {
  const reasonAt = (source: string, cell: string) =>
    asked({ kind: 'trace-table', columns: [{ count: 'a' }] }, source)
      .key.rows.flatMap((row) => row.cells)
      .find((one) => one.id === cell)?.reason;

  it('says that nothing changed where a holder has only lost its name', () => {
    const ring = 'a = []\nb = [a]\na.append(b)\ndel a\ndel b\n';
    expect(reasonAt(ring, '5.count')).toContain('takes none away: 1 as before');
  });

  it('says that one reference went and another came where that is so', () => {
    expect(reasonAt('a = []\nb = a\nb = [a]\n', '3.count')).toContain('and adds another: 2 as before');
  });
});
