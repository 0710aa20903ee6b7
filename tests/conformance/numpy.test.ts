/**
 * Thousands of small NumPy expressions and statements print what NumPy prints, raise what it raises, or are refused.
 * Recorded by record/record-numpy.py.
 */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { simulate } from '@/lib/simulator';

interface Recorded {
  readonly show: string;
  readonly setups: Readonly<Record<string, string>>;
  /** Setup, expression (or `!` and a statement), what was printed, the error. */
  readonly cases: readonly (readonly [string, string, string, string | null])[];
}

const file = new URL('./numpy.json.gz', import.meta.url);
const recorded = JSON.parse(gunzipSync(readFileSync(file)).toString('utf8')) as Recorded;

/** The program of a case: its result is shown, or the array after its statement. */
function programOf(setup: string, code: string): string {
  const body = code.startsWith('!') ? `${code.slice(1)}\nr = a` : `r = ${code}`;
  return `import numpy as np\n${recorded.setups[setup]}\n${body}\n${recorded.show}`;
}

function outcome(source: string, out: string, error: string | null): string | null {
  const { ending, steps } = simulate(source);
  if (ending.type === 'unsupported') return 'refused';
  const printed = steps.map((step) => step.out).join('');
  const ours =
    ending.type === 'raised'
      ? `${ending.exception}: ${ending.message}`
      : ending.type === 'finished'
        ? null
        : ending.type;
  if (printed === out && ours === error) return null;
  return `printed ${JSON.stringify(printed)}, raised ${ours}; NumPy ${JSON.stringify(out)}, ${error}`;
}

describe('numpy', () => {
  const results = recorded.cases.map(([setup, code, out, error]) => ({
    name: `${recorded.setups[setup]}; ${code}`,
    result: outcome(programOf(setup, code), out, error),
  }));

  it('gives no result that differs from NumPy', () => {
    const different = results.filter(({ result }) => result !== null && result !== 'refused');
    expect(different.map(({ name, result }) => `${name}: ${result}`)).toEqual([]);
  });

  it('refuses few', () => {
    const refused = results.filter(({ result }) => result === 'refused').length;
    expect(refused / results.length).toBeLessThan(0.12);
  });
});
