/** The table and the narration of the first lesson, whose facts are known. */
import { describe, expect, it } from 'vitest';
import { executionTable, lessonSteps, narrate, numberOfStep, simulate } from '@/lib/simulator';

const LESSON = 'import numpy as np\nA = np.array([1, 2, 3])\nB = A\nB[0] = 10\ndel A\ndel B\n';

describe('the first lesson', () => {
  const trace = simulate(LESSON);

  it('numbers its steps without the import', () => {
    expect(lessonSteps(trace).map(({ number, step }) => [number, step.span?.line])).toEqual([
      [1, 2],
      [2, 3],
      [3, 4],
      [4, 5],
      [5, 6],
    ]);
    expect(numberOfStep(trace, 1)).toBeNull();
    expect(numberOfStep(trace, 2)).toBe(1);
  });

  it('has this execution table', () => {
    const rows = executionTable(trace, ['A', 'B']).map((row) => [
      row.number,
      ...row.cells.map((cell) => cell.text),
      row.countText,
      row.freed,
    ]);
    expect(rows).toEqual([
      [1, '[1, 2, 3]', 'None', '1', false],
      [2, '[1, 2, 3]', '[1, 2, 3]', '2 (shared)', false],
      [3, '[10, 2, 3]', '[10, 2, 3]', '2 (shared)', false],
      [4, 'Deleted', '[10, 2, 3]', '1', false],
      [5, 'Deleted', 'Deleted', '0', true],
    ]);
  });

  it('tells each step in plain sentences', () => {
    const told = trace.steps.map(({ n }) => [narrate(trace, n).say, narrate(trace, n).more]);
    expect(told).toEqual([
      ['`import numpy as np` loads a module. The name np refers to it.', ''],
      [
        '`A = np.array([1, 2, 3])` makes an array. The name A refers to it.',
        'The count of the array A is 1.',
      ],
      [
        '`B = A` makes no copy. The name B now refers to the same array as A.',
        'The count of the array A goes from 1 to 2.',
      ],
      [
        '`B[0] = 10` writes into the data of the array A. A and B refer to the same array, so each shows the change.',
        '',
      ],
      [
        '`del A` removes the name A. The array stays: B still refers to it.',
        'The count of the array B goes from 2 to 1.',
      ],
      [
        '`del B` removes the name B. Nothing refers to the array any more, so it is freed.',
        'The count of the array goes from 1 to 0.',
      ],
      ['The program has ended.', ''],
    ]);
  });
});

/** What the narration says of the last statement of a program. */
function lastSaid(source: string): string {
  const trace = simulate(source);
  return narrate(trace, trace.steps.length - 1).say;
}

describe('the narration', () => {
  it.each([
    [
      'a = [1]\na = [2]\n',
      'a no longer refers to the list. Nothing refers to the list any more, so it is freed.',
    ],
    ['x = [1]\ny = [x]\ndel x\n', 'The list stays: list y[0] still holds a reference to it.'],
    ['x = []\nx.append(x)\ndel x\n', 'The list stays: it holds a reference to itself.'],
    ['import gc\nx = []\nx.append(x)\ndel x\ngc.collect()\n', 'The collector frees a list'],
    ['import gc\ngc.collect()\n', 'The collector looks for cycles'],
    ['import numpy as np\na = np.zeros(3)\nv = a[1:]\n', 'makes a view: an array without data of its own'],
    ['x = [1]\ny = x\ny.append(2)\n', 'x and y refer to the same list, so each shows the change.'],
    ['n = 1\nn += 1\n', '`n += 1` binds the name n to 2.'],
    ['print("hi")\n', 'It prints `hi`.'],
    ['pass\n', '`pass` changes nothing in memory.'],
    ['def f():\n    return 1\n', 'makes a function. The name f refers to it; its body does not run yet.'],
    ['def f(p):\n    return p\nx = []\ny = f(x)\n', 'The call of f has ended'],
    [
      'def f(p):\n    w = [p]\n    return p\nx = []\ny = f(x)\n',
      'Nothing refers to the list of w any more, so it is freed.',
    ],
    ['for i in [5]:\n    pass\n', 'The name i refers to 5.'],
  ])('of %j', (source, words) => {
    expect(lastSaid(source)).toContain(words);
  });
});
