import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { outcomeOf } from '../../../conformance/outcome';
import type { Program } from '../../../conformance/programs';

/** Programs of containers, iterators and callbacks from library code: their recorded traces. */
const file = new URL('../../../conformance/expressions/programs.jsonl.gz', import.meta.url);
const programs = gunzipSync(readFileSync(file))
  .toString('utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line) as Program);

describe('programs of built-in types', () => {
  it('has some', () => {
    expect(programs.length).toBeGreaterThan(40);
  });

  it.each(programs)('traces program $id as recorded', (program) => {
    expect(outcomeOf(program)).toEqual({ type: 'equal' });
  });
});
