/** Our side, warm: source → full trace, in microseconds (median of rounds), null where the run ends otherwise. */
import type { simulate } from '@/lib/simulator';

const ROUNDS = 40;

/** Median time of one run of this source, or null when the program is refused or raises. */
export function microseconds(run: typeof simulate, source: string, rounds = ROUNDS): number | null {
  const times: number[] = [];
  for (let round = 0; round < rounds + 5; round++) {
    const start = process.hrtime.bigint();
    const trace = run(source);
    const took = Number(process.hrtime.bigint() - start) / 1000;
    if (trace.ending.type !== 'finished') return null;
    if (round >= 5) times.push(took);
  }
  return median(times);
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? (sorted[middle] as number)
    : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2;
}
