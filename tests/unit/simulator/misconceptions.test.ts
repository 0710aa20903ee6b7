/** What each belief predicts, worked out by hand, and what Python does instead. */
import { describe, expect, it } from 'vitest';
import { lessonSteps, simulate, stateAt, type Trace, valueText } from '@/lib/simulator';
import {
  type MisconceptionId,
  misconceptionIds,
  misconceptions,
  simulateBelieving,
} from '@/lib/simulator/misconceptions';

/** `a@3`: the value of a after step 3; `#a@3`: the count of its object; `freed@3`; `is a b@3`; `out`. */
function look(trace: Trace, what: string): string {
  if (what === 'out') return trace.steps.map((step) => step.out).join('');
  const [, ask = '', at = ''] = /^(.*)@(\d+)$/.exec(what) ?? [];
  const step = lessonSteps(trace)[Number(at) - 1]?.step;
  if (step === undefined) return 'no such step';
  const memory = stateAt(trace, step.n);
  const referent = (name: string) => step.frames[0]?.names[name] ?? null;
  if (ask === 'freed') return step.freed.map(({ by }) => by).join(' ') || 'nothing';
  if (ask.startsWith('is ')) {
    const [, one = '', other = ''] = ask.split(' ');
    return String(referent(one) === referent(other));
  }
  const value = referent(ask.replace('#', ''));
  if (value === null) return 'not defined';
  if (!ask.startsWith('#')) return valueText(memory, value);
  return String(typeof value === 'number' ? memory.objects.get(value)?.count : null);
}

type Claim = readonly [what: string, believed: string, truly: string];

const beliefs: Readonly<Record<MisconceptionId, readonly Claim[]>> = {
  AssignmentCopiesObject: [
    ['is a b@2', 'false', 'true'],
    ['#a@2', '1', '2'],
    ['a@3', '[1, 2]', '[1, 2, 3]'],
    ['out', '[1, 2]\n', '[1, 2, 3]\n'],
  ],
  ReferenceToVariable: [
    ['b@3', '[2]', '[1]'],
    ['freed@3', 'rc', 'nothing'],
    ['out', '[2]\n', '[1]\n'],
  ],
  DelDestroysObject: [
    ['freed@3', 'rc', 'nothing'],
    ['b@3', 'not defined', '[1]'],
  ],
  NoneFrees: [
    ['freed@3', 'rc', 'nothing'],
    ['b@3', 'not defined', '[1]'],
  ],
  NothingFreedBeforeCollect: [
    ['freed@2', 'nothing', 'rc'],
    ['freed@3', 'gc', 'nothing'],
  ],
  CountsNamesOnly: [
    ['#a@2', '1', '2'],
    ['freed@3', 'rc', 'nothing'],
  ],
  RefcountFreesCycles: [['freed@3', 'rc', 'nothing']],
  SliceCopiesArray: [
    ['#a@2', '1', '2'],
    ['a@3', '[1, 2, 3]', '[1, 9, 3]'],
    ['v@3', '[9, 3]', '[9, 3]'],
  ],
  ListSliceIsView: [
    ['a@3', '[1, 9, 3]', '[1, 2, 3]'],
    ['b@3', '[9, 3]', '[9, 3]'],
  ],
  FancyIndexIsView: [
    ['a@3', '[9, 2, 3]', '[1, 2, 3]'],
    ['#a@2', '2', '1'],
  ],
  ReshapeCopies: [
    ['a@3', '[1, 2, 3, 4]', '[9, 2, 3, 4]'],
    ['#a@2', '1', '2'],
  ],
  TransposeCopies: [
    ['a@3', '[[1, 2], [3, 4]]', '[[1, 2], [9, 4]]'],
    ['#a@2', '1', '2'],
  ],
  ViewHoldsMiddle: [
    ['#a@3', '2', '3'],
    ['#v@3', '2', '1'],
    ['freed@4', 'nothing', 'rc'],
  ],
  ViewDoesNotHoldBase: [
    ['#a@2', '1', '2'],
    ['freed@3', 'rc', 'nothing'],
    ['v@3', '[0, 1]', '[0, 1]'],
  ],
  AugmentedRebinds: [
    ['a@3', '[1]', '[1, 2]'],
    ['b@3', '[1, 2]', '[1, 2]'],
    ['is a b@3', 'false', 'true'],
  ],
  AssignmentWritesInPlace: [
    ['b@3', '[2]', '[1]'],
    ['is a b@3', 'true', 'false'],
  ],
  CopyIsDeep: [
    ['a@3', '[[1], 2]', '[[1, 3], 2]'],
    ['b@3', '[[1, 3], 2]', '[[1, 3], 2]'],
  ],
  ListOfCopies: [
    ['#a@2', '1', '2'],
    ['box@3', '[[1]]', '[[1, 2]]'],
  ],
  NoSequenceRepetition: [['a@1', '[2, 4]', '[1, 2, 1, 2]']],
  ObjectAsParameterIsCopied: [
    ['a@3', '[1]', '[1, 2]'],
    ['freed@4', 'rc', 'nothing'],
  ],
  LocalsOutliveCall: [['freed@4', 'nothing', 'rc']],
  DefaultIsFresh: [
    ['out', '[2]\n', '[1, 2]\n'],
    ['freed@4', 'rc', 'nothing'],
  ],
  LoopVariableIsCopy: [
    ['rows@2', '[[1], [2]]', '[[1, 0], [2]]'],
    ['row@2', '[1, 0]', '[1, 0]'],
    ['out', '[[1], [2]]\n', '[[1, 0], [2, 0]]\n'],
  ],
};

describe.each(misconceptionIds)('%s', (id) => {
  const { snippet } = misconceptions[id];
  it.each(beliefs[id])('%s is %j to who believes it, and truly %j', (what, believed, truly) => {
    expect(look(simulateBelieving(snippet, [id]), what)).toBe(believed);
    expect(look(simulate(snippet), what)).toBe(truly);
  });

  it('says what is believed, and what is so in two sentences', () => {
    const { belief, refutation, title } = misconceptions[id];
    expect(misconceptions[id].id).toBe(id);
    expect(belief.length * title.length).toBeGreaterThan(0);
    expect(refutation.split(/(?<=[.])\s+(?=[A-Z`])/)).toHaveLength(2);
  });
});

describe('ways in which a belief shows, beside its own snippet', () => {
  const claims: readonly (readonly [MisconceptionId, string, ...Claim])[] = [
    ['AssignmentCopiesObject', 'a = [1]\na += [2]\nb = a[:]\nfor x in [b]:\n    pass', '#b@4', '3', '3'],
    ['ReferenceToVariable', 'a = [1]\nb = a\nc = b\na = [2]\n', 'c@4', '[2]', '[1]'],
    ['ReferenceToVariable', 'a = [1]\nb = a\nb = [3]\na = [2]\n', 'b@4', '[3]', '[3]'],
    ['ReferenceToVariable', 'a = [1]\nb = a\ndel a\n', 'b@3', 'not defined', '[1]'],
    ['DelDestroysObject', 'a = [1]\nbox = [a, 2]\ndel a\n', 'box@3', '[…, 2]', '[[1], 2]'],
    ['NothingFreedBeforeCollect', 'a = [1]\na = [2]\n', 'freed@2', 'nothing', 'rc'],
    ['CountsNamesOnly', 'import sys\na = [1]\nb = [a, a]\nprint(sys.getrefcount(a))\n', 'out', '2\n', '4\n'],
    [
      'CountsNamesOnly',
      'def f():\n    a = [1]\n    return lambda: a\ng = f()\nn = 0\n',
      'freed@4',
      'rc',
      'nothing',
    ],
    ['CountsNamesOnly', 'def f(x):\n    n = 1\na = [1]\nf(a)\n', '#a@3', '1', '2'],
    ['RefcountFreesCycles', 'a = []\nb = [a]\na.append(b)\ndel a\ndel b\n', 'freed@5', 'rc rc', 'nothing'],
    ['SliceCopiesArray', 'import numpy as np\na = np.zeros((2, 2))\nv = a[0]\n', '#a@2', '1', '2'],
    ['ListSliceIsView', 'a = [1, 2, 3]\nb = a[::2]\na[2] = 7\n', 'b@3', '[1, 7]', '[1, 3]'],
    [
      'FancyIndexIsView',
      'import numpy as np\na = np.arange(5)\nb = a[[0, 1, 4]]\na[4] = 9\n',
      'b@3',
      '[0, 1, 9]',
      '[0, 1, 4]',
    ],
    [
      'FancyIndexIsView',
      'import numpy as np\na = np.arange(4)\nb = a[a > 1]\nb[0] = 9\n',
      'a@3',
      '[0, 1, 9, 3]',
      '[0, 1, 2, 3]',
    ],
    ['ReshapeCopies', 'import numpy as np\na = np.zeros((2, 2))\nv = np.ravel(a)\n', '#a@2', '1', '2'],
    ['TransposeCopies', 'import numpy as np\na = np.zeros((2, 2))\nv = np.transpose(a)\n', '#a@2', '1', '2'],
    [
      'ViewHoldsMiddle',
      'import numpy as np\na = np.arange(6)\nv = a[1:].reshape(5, 1)\nw = v.T\n',
      '#v@3',
      '2',
      '1',
    ],
    [
      'ViewDoesNotHoldBase',
      'import numpy as np\na = np.arange(6).reshape(2, 3)\nv = a.T\ndel a\n',
      'freed@3',
      'rc rc',
      'rc',
    ],
    ['AugmentedRebinds', 'import numpy as np\na = np.array([1])\nb = a\nb *= 2\n', 'a@3', '[1]', '[2]'],
    [
      'AssignmentWritesInPlace',
      'import numpy as np\na = np.array([1])\nb = a\na = a + 1\n',
      'b@3',
      '[2]',
      '[1]',
    ],
    ['CopyIsDeep', 'import copy\na = [[1]]\nb = copy.copy(a)\nb[0].append(2)\n', 'a@3', '[[1]]', '[[1, 2]]'],
    ['CopyIsDeep', 'a = [[1]]\nb = a[:]\nb[0].append(2)\n', 'a@3', '[[1]]', '[[1, 2]]'],
    ['ListOfCopies', 'a = [1]\nbox = []\nbox.append(a)\na.append(2)\n', 'box@4', '[[1]]', '[[1, 2]]'],
    ['ListOfCopies', 'rows = [[0]] * 2\nrows[0].append(1)\n', 'rows@2', '[[0, 1], [0]]', '[[0, 1], [0, 1]]'],
    ['NoSequenceRepetition', 'row = [3]\nrows = [row] * 2\n', 'rows@2', '[[6]]', '[[3], [3]]'],
    [
      'DefaultIsFresh',
      'def f(a, *, box=[]):\n    box.append(a)\n    return box\nx = f(1)\ny = f(2)\n',
      'y@7',
      '[2]',
      '[1, 2]',
    ],
    [
      'LoopVariableIsCopy',
      'rows = [[1]]\nfor i, row in enumerate(rows):\n    row.append(i)\n',
      'rows@2',
      '[[1]]',
      '[[1, 0]]',
    ],
    ['LocalsOutliveCall', 'def f(x):\n    return 0\na = [1]\nn = f(a)\n', '#a@4', '2', '1'],
  ];
  it.each(claims)('%s: %j: %s', (id, source, what, believed, truly) => {
    expect(look(simulateBelieving(source, [id]), what)).toBe(believed);
    expect(look(simulate(source), what)).toBe(truly);
  });
});

describe('beliefs together', () => {
  it('two are held at once, in whatever order they are named', () => {
    const source = 'import numpy as np\na = np.array([1, 2])\nb = a\nv = a[:1]\nv[0] = 9\nb[1] = 8\n';
    const believes: readonly MisconceptionId[] = ['SliceCopiesArray', 'AssignmentCopiesObject'];
    for (const order of [believes, believes.toReversed()]) {
      const trace = simulateBelieving(source, order);
      expect(['a@5', 'b@5', 'v@5'].map((what) => look(trace, what))).toEqual(['[1, 2]', '[1, 8]', '[9]']);
    }
  });

  it('none is the true machine', () => {
    const { snippet } = misconceptions.ViewHoldsMiddle;
    const [believing, truly] = [simulateBelieving(snippet, []), simulate(snippet)];
    expect(believing.steps.map(({ buffers, ...step }) => step)).toEqual(
      truly.steps.map(({ buffers, ...step }) => step),
    );
  });
});
