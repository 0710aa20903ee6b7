import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { simulate } from '@/lib/simulator';

/** Part of the expressions that may be refused: what they show depends on the C library or on addresses. */
const MOST_REFUSED = 0.03;

/** What a program prints, then the exception that ended it; null where it is refused. */
function run(expression: string): string | null {
  const { steps, ending } = simulate(`print(repr(${expression}))`);
  const out = steps.map((step) => step.out).join('');
  if (ending.type === 'unsupported' || ending.type === 'limit') return null;
  return ending.type === 'raised' ? `${out}!${ending.exception}: ${ending.message}` : out;
}

describe.each(['numbers', 'text', 'sequences', 'mappings', 'sets', 'binary', 'objects'])('%s', (group) => {
  const file = new URL(`../../../conformance/expressions/${group}.json`, import.meta.url);
  const entries = JSON.parse(readFileSync(file, 'utf8')) as [string, string][];

  it(`gives what CPython gives for ${entries.length} expressions`, () => {
    const wrong: string[] = [];
    let refused = 0;
    for (const [expression, expected] of entries) {
      const result = run(expression);
      if (result === null) refused++;
      else if (result !== expected) wrong.push(`${expression}\n  expected ${expected}\n  received ${result}`);
    }
    expect(wrong).toEqual([]);
    expect(refused / entries.length).toBeLessThan(MOST_REFUSED);
  }, 60_000);
});
