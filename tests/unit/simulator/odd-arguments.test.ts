/** What a sweep of random arguments found to differ: each line as CPython 3.11 with NumPy 2.4 answers it. */
import { expect, test } from 'vitest';
import { simulate } from '@/lib/simulator';

const ANSWERS: readonly (readonly [expression: string, answer: string])[] = [
  ['(5).__pow__()', 'TypeError:  expected at least 1 argument, got 0'],
  ['(1.5).__rpow__(1, 2, 3)', 'TypeError:  expected at most 2 arguments, got 3'],
  ["int('big', 1 << 200)", 'ValueError: int() base must be >= 2 and <= 36, or 0'],
  ["sum(12, 'a')", "TypeError: 'int' object is not iterable"],
  ["sum([], 'a')", "TypeError: sum() can't sum strings [use ''.join(seq) instead]"],
  ['complex(-1, [])', "TypeError: complex() second argument must be a number, not 'list'"],
  ['(-7).to_bytes(8, None)', "TypeError: to_bytes() argument 'byteorder' must be str, not None"],
  ["complex('nan') ** 1", '(nan+nanj)'],
  ['np.uint8(-2.5)', 'OverflowError: Python integer -2 out of bounds for uint8'],
  ["np.array([300.5], dtype='i1')", 'OverflowError: Python integer 300 out of bounds for int8'],
  ["np.array([1e20], dtype='u1')", 'OverflowError: Python int too large to convert to C long'],
  ["np.array([1e10], dtype='u8')", 'array([10000000000], dtype=uint64)'],
  ["np.full(2, -2.5, 'u1')", 'array([254, 254], dtype=uint8)'],
  ['np.int64(7) == int', 'False'],
  ['np.dot(np.arange(3.0), -2.5)', 'array([ 0. , -2.5, -5. ])'],
  ['np.inner(np.arange(3.0), -2.5)', 'array([ 0. , -2.5, -5. ])'],
  ['np.eye(2).argmax(True)', 'TypeError: an integer is required for the axis'],
  ['np.sum(np.eye(2), axis=True)', 'TypeError: an integer is required'],
  ['np.clip(np.arange(3), 1)', "TypeError: clip() missing 1 required positional argument: 'a_max'"],
  ['np.int64(5).max((-1,))', 'AxisError: axis -1 is out of bounds for array of dimension 0'],
  ['np.int64(5).max(-1)', 'np.int64(5)'],
  ['np.clip(5, None, 3)', 'np.int64(3)'],
  ["np.array(['x']).conj()", 'TypeError: cannot conjugate non-numeric dtype'],
  ['np.arange(3).sort(axis=None)', "TypeError: 'NoneType' object cannot be interpreted as an integer"],
];

test.each(ANSWERS)('%s', (expression, answer) => {
  const { ending, steps } = simulate(
    `import numpy as np\ntry:\n    print(repr(${expression}))\nexcept Exception as e:\n    print(f'{type(e).__name__}: {e}')\n`,
  );
  expect(ending).toEqual({ type: 'finished' });
  expect(steps.map(({ out }) => out).join('')).toBe(`${answer}\n`);
});
