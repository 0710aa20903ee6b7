/** What counts for a person of the submitted attempts at an assignment. Pure, in whole hundredths. */
import { type Lateness, latenessAt } from './late';
import type { Terms } from './terms';

/** A submitted attempt with its marks, as they are before anything is taken off. */
export interface MarkedAttempt {
  readonly number: number;
  readonly points: number;
  readonly possible: number;
  readonly submittedAt: Date;
}

export interface Score {
  /** With two decimals, half a hundredth rounded up. */
  readonly points: number;
  readonly possible: number;
  /** The attempts that count; all of them for an average. */
  readonly counted: readonly number[];
  /** What was taken off those; null where nothing was. */
  readonly late: Lateness | null;
}

/** An exact share: of two whole numbers. */
interface Share {
  readonly of: bigint;
  readonly by: bigint;
}

interface Weighed {
  readonly number: number;
  readonly share: Share;
  readonly late: Lateness | null;
}

const hundredths = (points: number): bigint => BigInt(Math.round(points * 100));

/**
 * What counts: the best, the last or the average of the submitted attempts, each after what is taken off for being
 * late; of equals the later one. An attempt at an earlier revision counts with its share. Null where there is none.
 */
export function scoreOf(
  terms: Pick<Terms, 'counting' | 'late'>,
  dueAt: Date | null,
  attempts: readonly MarkedAttempt[],
  possible: number,
  zone: string,
): Score | null {
  const weighed = attempts.map((attempt) => weigh(attempt, terms, dueAt, zone));
  const counted = countedOf(terms.counting, weighed);
  const [first] = counted;
  if (first === undefined) return null;
  const total = counted.map(({ share }) => share).reduce(plus);
  return {
    points: rounded({ of: total.of, by: total.by * BigInt(counted.length) }, possible),
    possible,
    counted: counted.map(({ number }) => number),
    late: counted.length === 1 ? first.late : null,
  };
}

function weigh(
  { number, points, possible, submittedAt }: MarkedAttempt,
  { late: policy }: Pick<Terms, 'late'>,
  dueAt: Date | null,
  zone: string,
): Weighed {
  const late = latenessAt(submittedAt, dueAt, policy, zone);
  const kept = BigInt(100 - (late?.percent ?? 0));
  return { number, late, share: { of: hundredths(points) * kept, by: hundredths(possible) * 100n } };
}

function countedOf(counting: Terms['counting'], weighed: readonly Weighed[]): Weighed[] {
  const ordered = [...weighed].sort((a, b) => b.number - a.number);
  if (counting === 'average') return ordered.reverse();
  if (counting === 'best') ordered.sort((a, b) => compare(b.share, a.share));
  return ordered.slice(0, 1);
}

const plus = (a: Share, b: Share): Share => ({ of: a.of * b.by + b.of * a.by, by: a.by * b.by });

function compare(a: Share, b: Share): number {
  const difference = a.of * b.by - b.of * a.by;
  return difference < 0n ? -1 : Number(difference > 0n);
}

/** The share of so many points, in points with two decimals. */
function rounded({ of, by }: Share, possible: number): number {
  return Number((2n * of * hundredths(possible) + by) / (2n * by)) / 100;
}
