/** Programs of teaching that handle much data: no limit may end them. */
import { describe, expect, it } from 'vitest';
import { simulate } from '@/lib/simulator';

const numpy = (source: string): string => `import numpy as np\n${source}`;

const HONEST: readonly (readonly [string, string])[] = [
  ['a million zeros', numpy('a = np.zeros(1_000_000)\nv = a[::2]\ndel a\nprint(v.sum())\n')],
  ['one more than each of a million numbers', numpy('a = np.arange(10**6)\nb = a + 1\nprint(b[-1])\n')],
  [
    'a dozen operations on a million floats',
    numpy(
      'a = np.ones(10**6)\nb = a + 1\nc = np.sqrt(b)\nb[:] = 5\nv = c[10:]\ns = c.sum()\nm = c.max()\nd = a.copy()\nr = a.reshape(1000, 1000)\nt = r.T\nk = r.mean(axis=0)\nf = c > 1\nn = f.sum()\nw = r[0].sum()\nprint(np.shares_memory(a, r), np.shares_memory(a, d))\n',
    ),
  ],
  ['a mask of a million', numpy('a = np.arange(10**6)\nm = a % 2 == 0\nb = a[m]\nprint(b.size)\n')],
  ['a million sorted', numpy('a = np.arange(10**6)[::-1]\nb = np.sort(a)\nprint(b[0], a[0])\n')],
  [
    'views that keep a large array alive',
    numpy(
      'keep = []\nfor i in range(4):\n    a = np.zeros(10**6)\n    keep.append(a[:3])\ndel a\nprint(keep[0].base.size)\n',
    ),
  ],
  [
    'rows of a matrix, one by one',
    numpy('a = np.zeros((1000, 1000))\nfor i in range(200):\n    a[i] = i\n    row = a[i]\nprint(a.sum())\n'),
  ],
  ['a product of matrices', numpy('a = np.ones((100, 100))\nb = a @ a\nprint(b[0, 0])\n')],
  [
    'an image',
    numpy('a = np.zeros((512, 512, 3), dtype=np.uint8)\na[:, :, 0] = 255\nb = a[::2, ::2].copy()\n'),
  ],
  [
    'a list of 100,000',
    'a = list(range(10**5))\nb = sorted(a)\na.sort(reverse=True)\nprint(sum(a), b[:3])\n',
  ],
  [
    'sums and maxima of 100,000',
    'print(sum(range(10**5)), max(range(10**5)), sum(i for i in range(5 * 10**4)))\n',
  ],
  ['squares', 'a = [x * x for x in range(10**5)]\nprint(len(a))\n'],
  ['an array of a list', numpy('a = np.array(list(range(10**5)))\nb = a.tolist()\nprint(b == list(a))\n')],
  ['a text that grows in a loop', "s = ''\nfor i in range(3000):\n    s += 'ab'\nprint(len(s))\n"],
  ['a text joined of 50,000', "s = ','.join(str(i) for i in range(50_000))\nprint(len(s.split(',')))\n"],
  ['a dict of 50,000', 'd = {i: str(i) for i in range(50_000)}\nprint(len(set(d)))\n'],
];

describe('honest programs', () => {
  it.each(HONEST)('%s ends as it should', (_name, source) => {
    expect(simulate(source).ending).toEqual({ type: 'finished' });
  });
});
