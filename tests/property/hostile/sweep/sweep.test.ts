/**
 * Every function, method and operator that the simulator knows, with hostile operands, again and again until the run
 * ends. Other operands each time, by a seed that a failure prints; what it finds is mended and pinned (../arrays.ts).
 */
import { randomInt } from 'node:crypto';
import { expect, it } from 'vitest';
import { wholeNumbers } from '@/lib/common/random';
import { cpuTime, endsAsRunsEnd, MOST, slowness } from '../measure';
import { sweep } from './programs';

const seed = randomInt(2 ** 31 - 1);

/**
 * The bar of operands that nobody has measured before: twice that of the known programs, so that a busy machine does
 * not decide what a seed finds.
 */
const UNMEASURED = 2 * MOST;

/** Of so many programs one is run: another sixth with each seed. */
const PART = 6;

/** Milliseconds of the processor, the best of as many turns as it takes to come below the bar. */
function best(source: string): { time: number; bar: number } {
  let time = cpuTime(() => endsAsRunsEnd(source));
  let bar = UNMEASURED;
  for (let turn = 0; turn < 3 && time > bar; turn += 1) {
    bar = UNMEASURED * slowness();
    time = Math.min(
      time,
      cpuTime(() => endsAsRunsEnd(source)),
    );
  }
  return { time, bar };
}

it(`everything that walks over its operands ends soon (seed ${seed})`, { timeout: 300_000 }, () => {
  let count = 0;
  for (const source of sweep(wholeNumbers(seed, 'hostile sweep'))) {
    count += 1;
    if ((count + seed) % PART !== 0) continue;
    let found: { time: number; bar: number };
    try {
      found = best(source);
    } catch (error) {
      throw new Error(`seed ${seed}:\n${source}`, { cause: error });
    }
    expect(found.time, `seed ${seed}:\n${source}`).toBeLessThan(found.bar);
  }
  expect(count).toBeGreaterThan(700);
});
