/** Steps from a student's own state, where their states are more than flat arrays and names. */
import { describe, expect, it } from 'vitest';
import { asked } from '../exercises/kinds/make';

type Column = Record<string, unknown>;

/** The states of the cells that are not right, where a student writes the table of another program. */
function statesAs(columns: readonly Column[], program: string, believed: string, more: object = {}) {
  const own = asked({ kind: 'trace-table', columns, ...more } as never, program);
  const other = asked({ kind: 'trace-table', columns, ...more } as never, believed);
  const solution = (one: typeof own) =>
    Object.fromEntries(
      (one.key as { rows: { cells: { id: string; expected: string }[] }[] }).rows.flatMap(({ cells }) =>
        cells.map(({ id, expected }) => [id, expected]),
      ),
    );
  return notRight(own.states({ kind: 'trace-table', cells: solution(other) } as never));
}

const notRight = (states: Record<string, string>) =>
  Object.fromEntries(Object.entries(states).filter(([, state]) => state !== 'correct'));

/** The states of the cells that are not right, where a student changes some cells of the right table. */
function statesWith(columns: readonly Column[], program: string, cells: Record<string, string>) {
  const own = asked({ kind: 'trace-table', columns } as never, program);
  const right = Object.fromEntries(
    (own.key as { rows: { cells: { id: string; expected: string }[] }[] }).rows.flatMap((row) =>
      row.cells.map(({ id, expected }) => [id, expected]),
    ),
  );
  return notRight(own.states({ kind: 'trace-table', cells: { ...right, ...cells } } as never));
}

const values = (...names: string[]) => names.map((value) => ({ value }));

describe('views over a buffer', () => {
  const program = 'import numpy as np\na = np.arange(4)\nv = a[1:3]\nv[0] = 9\na[2] = 7\nw = v + 1\n';

  it('follows a slice that is believed to copy', () => {
    const copies = program.replace('a[1:3]', 'a[1:3].copy()');
    expect(statesAs([...values('a', 'v', 'w'), { count: 'a' }], program, copies)).toEqual({
      '2.count': 'wrong',
      // Its count says that the view does not hold it: then the write does not reach it.
      '3.a': 'consistent',
      '3.count': 'consistent',
      '4.a': 'consistent',
      '4.v': 'consistent',
      '4.count': 'consistent',
      '5.a': 'consistent',
      '5.v': 'consistent',
      '5.w': 'consistent',
      '5.count': 'consistent',
    });
  });

  it('carries a wrong element on through the view', () => {
    expect(statesWith(values('a', 'v', 'w'), program, { '2.v': '[2, 2]', '2.a': '[0, 2, 2, 3]' })).toEqual({
      '2.a': 'wrong',
      '2.v': 'wrong',
    });
    const slip = { '3.a': '[0, 9, 5, 3]', '3.v': '[9, 5]', '4.a': '[0, 9, 7, 3]' };
    expect(statesWith(values('a', 'v', 'w'), program, slip)).toEqual({ '3.a': 'wrong', '3.v': 'wrong' });
  });
});

describe('nested objects, and slots that share one', () => {
  it('follows rows of a grid that are believed to be copies', () => {
    const program = 'g = [[0, 0]] * 2\ng[0][1] = 5\ng[1][0] = 7\nh = g[0]\n';
    const copies = program.replace('[[0, 0]] * 2', '[[0, 0], [0, 0]]');
    expect(statesAs(values('g', 'h'), program, copies)).toEqual({
      '2.g': 'wrong',
      '3.g': 'consistent',
      '4.g': 'consistent',
      '4.h': 'consistent',
    });
  });

  it('follows a copy that is believed to be deep', () => {
    const program = 'import copy\na = [[1], 2]\nb = list(a)\nb[0].append(3)\na[1] = 9\nc = a[0]\n';
    const deep = program.replace('list(a)', 'copy.deepcopy(a)');
    expect(statesAs(values('a', 'b', 'c'), program, deep)).toEqual({
      '3.a': 'wrong',
      '4.a': 'consistent',
      '5.a': 'consistent',
      '5.c': 'consistent',
    });
  });

  it('writes into dicts, tuples and lists in them', () => {
    const program = "d = {'k': [1], 'n': 2}\nt = (d['k'], 5)\nd['k'].append(3)\nd['n'] += 1\n";
    const slip = { '2.d': "{'k': [4], 'n': 2}", '2.t': '([4], 5)', '3.d': "{'k': [4, 3], 'n': 2}" };
    expect(statesWith(values('d', 't'), program, slip)).toEqual({
      '2.d': 'wrong',
      '2.t': 'wrong',
      '3.d': 'consistent',
    });
  });
});

describe('objects with attributes', () => {
  const program = [
    'class Box:',
    '    pass',
    'a = Box()',
    'b = a',
    'a.item = [1]',
    'x = a.item',
    'del a',
    'b.item = None',
    'b = None',
  ].join('\n');
  const columns = [{ count: 'a', id: 'box' }, { count: 'x', id: 'item' }, { freed: 'a' }, ...values('x')];

  it('follows a name that is believed to have a copy of the object', () => {
    // The box has one reference then; `del a` frees it, and takes the list's reference with it.
    const copies = {
      '4.box': '1',
      '5.box': '1',
      '6.box': '1',
      '7.box': '0',
      '7.freed': 'yes',
      '7.item': '1',
    };
    expect(statesWith(columns, program, copies)).toEqual({
      '4.box': 'wrong',
      '5.box': 'consistent',
      '6.box': 'consistent',
      '7.box': 'consistent',
      '7.freed': 'consistent',
      '7.item': 'consistent',
    });
  });
});

describe('counts of containers', () => {
  const program = 'a = [1]\nbox = [a, a]\nd = {"k": a}\nbox.pop()\ndel a\nd.clear()\nbox = None\n';
  const columns = [{ count: 'a' }, { freed: 'a' }];

  it('follows a count that leaves containers out', () => {
    const namesOnly = { '2.count': '1', '3.count': '1', '4.count': '1', '5.count': '0', '5.freed': 'yes' };
    expect(statesWith(columns, program, namesOnly)).toEqual({
      '2.count': 'wrong',
      // From one reference the true step makes two: who still says one has made the error again.
      '3.count': 'wrong',
      '4.count': 'consistent',
      '5.count': 'consistent',
      '5.freed': 'consistent',
    });
  });

  it('follows a count that is one too high, to the end', () => {
    const high = { '4.count': '4', '5.count': '3', '6.count': '2', '7.count': '1', '7.freed': 'no' };
    expect(statesWith(columns, program, high)).toEqual({
      '4.count': 'wrong',
      '5.count': 'consistent',
      '6.count': 'consistent',
      '7.count': 'consistent',
      '7.freed': 'consistent',
    });
  });

  it('leaves what is freed as it is, whatever is thought to hold it', () => {
    const longer = 'a = [1]\nb = a\ndel a\nb = 2\nc = 3\n';
    const kept = { '4.count': '1', '4.freed': 'no', '5.count': '1', '5.freed': 'no' };
    expect(statesWith(columns, longer, kept)).toEqual({
      '4.count': 'wrong',
      '4.freed': 'consistent',
      '5.count': 'consistent',
      '5.freed': 'consistent',
    });
  });
});

describe('steps in loops', () => {
  const program = 'xs = [1, 2, 3]\ntotal = 0\nfor x in xs:\n    total += x\n    last = total\nprint(total)\n';

  it('carries a running total on', () => {
    const slip = {
      '5.total': '4',
      '6.last': '4',
      '7.last': '4',
      '6.total': '4',
      '7.total': '7',
      '8.total': '7',
      '8.last': '7',
    };
    expect(
      statesWith([...values('total', 'last'), { output: true }], program, {
        ...slip,
        '9.total': '7',
        '9.last': '7',
        '9.output': '7',
      }),
    ).toEqual({
      '5.total': 'wrong',
      '6.total': 'consistent',
      '6.last': 'consistent',
      '7.total': 'consistent',
      '8.total': 'consistent',
      '8.last': 'consistent',
      '9.total': 'consistent',
      '9.last': 'consistent',
      '9.output': 'consistent',
      '7.last': 'consistent',
    });
  });

  it('takes no step where the run goes another way', () => {
    const grows = 'n = 0\nwhile n < 3:\n    n += 1\nm = n\n';
    // From 3 the loop ends: the next step would be `m = n`, not `n += 1`.
    expect(statesWith(values('n', 'm'), grows, { '2.n': '3', '3.n': '4' })).toEqual({
      '2.n': 'wrong',
      '3.n': 'wrong',
    });
  });
});

describe('statements in functions', () => {
  it('writes through what the module shares with a call', () => {
    const program = 'a = [1, 2]\ndef f(p):\n    p.append(3)\n    p[0] = 9\n    return p\nb = f(a)\n';
    const slip = { '3.a': '[1, 2, 4]', '4.a': '[9, 2, 4]', '5.a': '[9, 2, 4]' };
    expect(statesWith(values('a'), program, slip)).toEqual({
      '3.a': 'wrong',
      '4.a': 'consistent',
      '5.a': 'consistent',
    });
  });

  it('follows a call that is believed to work on a copy, in a table of the module’s steps', () => {
    const program = 'def f(p):\n    p.append(3)\na = [1]\nf(a)\na.append(4)\nb = a + [5]\n';
    const copies = program.replace('f(a)', 'f(list(a))');
    expect(statesAs(values('a', 'b'), program, copies, { steps: [2, 4, 5, 6] })).toEqual({
      '4.a': 'wrong',
      '5.a': 'consistent',
      '6.a': 'consistent',
      '6.b': 'consistent',
    });
  });
});

describe('who is one object', () => {
  it('follows what is believed to be the same object', () => {
    const program = 'a = [1]\nb = a\nb = b + [2]\nb.append(3)\nc = a\n';
    const inPlace = program.replace('b = b + [2]', 'b += [2]');
    expect(statesAs([...values('a', 'b'), { same: 'a', id: 'same' }], program, inPlace)).toEqual({
      '3.a': 'wrong',
      '3.same': 'wrong',
      '4.a': 'consistent',
      '4.same': 'consistent',
      '5.a': 'consistent',
      '5.same': 'consistent',
    });
  });

  it('lets a name that is believed to be there still refer to what it referred to', () => {
    const program = 'a = [1]\nb = a\ndel a\nb.append(2)\n';
    expect(statesWith(values('a', 'b'), program, { '3.a': '[1]', '4.a': '[1, 2]' })).toEqual({
      '3.a': 'wrong',
      '4.a': 'consistent',
    });
  });
});

describe('where no step is taken', () => {
  it.each([
    ['a name that was never bound', 'a = [1]\nb = [2]\nc = b\n', { '1.b': '[2]', '2.b': '[3]' }],
    ['a value that the object cannot have', 'a = (1, 2)\nb = a\n', { '1.a': '{1}', '2.b': '{1, 2}' }],
    ['names nobody knows', 'a = [1]\nb = a\n', { '1.same': 'z', '2.same': 'b, z' }],
  ])('%s', (_, program, cells) => {
    const columns = [...values('a', 'b'), { same: 'a', id: 'same' }];
    const states = statesWith(columns, program, cells);
    expect(Object.values(states)).not.toContain('consistent');
  });
});
