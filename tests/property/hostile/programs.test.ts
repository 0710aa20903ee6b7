/** Programs that want everything: each ends in a limit or a Python error, soon, and never in an error of the host. */
import { describe, expect, it } from 'vitest';
import { simulate } from '@/lib/simulator';
import { CALLS } from './arrays';
import { cpuTime, endsAsRunsEnd, MOST, slowness } from './measure';
import { HOSTILE, METHODS } from './programs';

describe('hostile programs', () => {
  it.each(HOSTILE)('%s ends soon', (_name, source) => {
    // The best of two: the first run may have to compile the code of the host.
    const time = Math.min(...[0, 1].map(() => cpuTime(() => endsAsRunsEnd(source))));
    if (time > MOST) expect(time).toBeLessThan(MOST * slowness());
  });

  it.each(METHODS)('%s of a long text, again and again, ends soon', (call) => {
    for (const text of ["'a' * 600_000", "'\\U0001F600a ' * 100_000"]) {
      const source = `x = ${text}\nall((x.${call}, 1) for i in range(10**6))\n`;
      const time = Math.min(...[0, 1].map(() => cpuTime(() => endsAsRunsEnd(source))));
      if (time > MOST) expect(time).toBeLessThan(MOST * slowness());
    }
  });

  it.each(CALLS)('after %s: %s, again and again, ends soon', (setup, call) => {
    const source = `import numpy as np\n${setup}\nall((${call}, 1) for i in range(10**6))\n`;
    const time = Math.min(...[0, 1].map(() => cpuTime(() => endsAsRunsEnd(source))));
    if (time > MOST) expect(time).toBeLessThan(MOST * slowness());
  });

  it('counts the depth again as before when an error of recursion was caught', () => {
    // As CPython 3.11 prints it.
    const source =
      'n = 0\ndef f():\n    global n\n    n += 1\n    try:\n        f()\n    except RecursionError:\n        pass\n';
    const { ending, steps } = simulate(`${source}${'n = 0\nf()\nprint(n)\n'.repeat(3)}`);
    expect(ending.type).toBe('finished');
    expect(steps.map(({ out }) => out).join('')).toBe('999\n999\n999\n');
  });

  it('leaves the objects of the host alone', () => {
    simulate(
      "class P:\n    pass\nP.__proto__ = 1\np = P()\np.__proto__ = {'polluted': 1}\np.constructor = 1\n",
    );
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(Object.prototype.constructor).toBe(Object);
  });
});
