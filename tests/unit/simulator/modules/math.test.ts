/** math against values of CPython with glibc (tests/conformance/record/record-math.py), to the last bit. */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { simulate } from '@/lib/simulator';
import { ldexp, nextAfter } from '@/lib/simulator/machine/modules/math/bits';
import * as real from '@/lib/simulator/machine/modules/math/real';
import { ExactSum, vectorNorm } from '@/lib/simulator/machine/modules/math/sums';
import { Refused } from '@/lib/simulator/machine/raised';
import type { Machine } from '@/lib/simulator/memory/object';

type Row = readonly [name: string, result: string, ...args: string[]];
const packed = readFileSync(new URL('math.json.gz', import.meta.url));
const fixture = JSON.parse(gunzipSync(packed).toString('utf8')) as { exact: Row[]; random: Row[] };

const vm = {
  refuse(feature: string, message: string): never {
    throw new Refused(feature, message);
  },
} as unknown as Machine;

const others: Readonly<Record<string, (args: number[]) => number>> = {
  atan2: ([y, x]) => real.atan2(vm, y as number, x as number),
  hypot: (args) => vectorNorm(args.map(Math.abs)),
  fsum: (args) => {
    const sum = new ExactSum(vm);
    for (const x of args) sum.add(x);
    return sum.total();
  },
  ldexp: ([x, e]) => ldexp(x as number, e as number),
  nextafter: ([x, y]) => nextAfter(x as number, y as number),
};

const ofOne = new Map(Object.entries(real));

const float = (hex: string): number => Buffer.from(hex, 'hex').readDoubleBE(0);

/** The rows whose value differs, and how many were refused. */
function check(rows: readonly Row[]): { wrong: string[]; refused: number } {
  const wrong: string[] = [];
  let refused = 0;
  for (const [name, result, ...args] of rows) {
    const values = args.map(float);
    try {
      const code = others[name];
      const found = code ? code(values) : (ofOne.get(name) as typeof real.sin)(vm, values[0] as number);
      if (!Object.is(found, float(result))) wrong.push(`${name}(${values.join(', ')}) is not ${found}`);
    } catch (thrown) {
      if (!(thrown instanceof Refused)) throw thrown;
      refused++;
    }
  }
  return { wrong, refused };
}

it('gives the value of each argument that was compared', () => {
  expect(fixture.exact.length).toBeGreaterThan(4000);
  expect(check(fixture.exact)).toEqual({ wrong: [], refused: 0 });
});

it('gives the value of other arguments, or refuses', () => {
  const { wrong, refused } = check(fixture.random);
  expect(wrong).toEqual([]);
  expect(refused / fixture.random.length).toBeLessThan(0.1);
});

it('refuses a value that glibc does not promise', () => {
  const { ending } = simulate('import math\nprint(math.tanh(0.5))\n');
  expect(ending).toMatchObject({ type: 'unsupported', feature: 'math.tanh', span: { line: 2 } });
});
