/**
 * Expected values were computed by hand or with NumPy 2.4 (mean, std with ddof=1, corrcoef, percentile, lstsq for the
 * means of quizzes), never with the code under test. docs/statistics.md has the same examples.
 */
import { describe, expect, it } from 'vitest';
import {
  discrimination,
  distribution,
  facility,
  type ItemScore,
  quartiles,
} from '@/lib/classroom/analysis/statistics';

const known = <Value>(figure: { status: 'known'; value: Value } | { status: 'unknown' }): Value => {
  if (figure.status === 'unknown') throw new Error(`not known: ${JSON.stringify(figure)}`);
  return figure.value;
};
const scores = (shares: number[], rests: (number | null)[], quizId = 'q'): ItemScore[] =>
  shares.map((share, index) => ({ share, rest: rests[index] ?? null, quizId }));
const half = [1, 1, 1, 1, 1, 0, 0, 0, 0, 0];

describe('the facility', () => {
  it('is the mean share, with what ten answers can tell of it', () => {
    const { share, margin } = known(facility([1, 1, 1, 1, 1, 1, 0.5, 0.5, 0, 0]));
    expect(share).toBeCloseTo(0.7, 12);
    expect(margin).toBeCloseTo(0.2613285, 6);
    expect(known(facility(half)).margin).toBeCloseTo(0.3266607, 6);
  });

  it('is not told of fewer than ten answers', () => {
    expect(facility([1, 1, 1, 1, 1, 1, 1, 0, 0])).toEqual({
      status: 'unknown',
      why: { code: 'too-few', n: 9, least: 10 },
    });
  });

  it('has no margin where everybody earns the same', () => {
    expect(known(facility(Array.from({ length: 12 }, () => 1)))).toEqual({ share: 1, margin: 0 });
  });
});

describe('the discrimination', () => {
  it('is the correlation of the question with the rest of the attempt', () => {
    // Distances are ±0.5 and ±0.2; eight agree and two do not: (8 − 2) · 0.1 / √(2.5 · 0.4) = 0.6.
    const byHand = known(discrimination(scores(half, [0.8, 0.8, 0.8, 0.8, 0.4, 0.4, 0.4, 0.4, 0.4, 0.8])));
    expect(byHand.r).toBeCloseTo(0.6, 12);
    expect(byHand.low).toBeCloseTo(-0.0476136, 6);
    expect(byHand.high).toBeCloseTo(0.892472, 6);
    expect(byHand.n).toBe(10);
    const graded = known(
      discrimination(
        scores([1, 1, 1, 1, 1, 1, 0.5, 0.5, 0, 0], [0.9, 0.8, 1, 0.7, 0.6, 0.8, 0.5, 0.7, 0.4, 0.3]),
      ),
    );
    expect(graded.r).toBeCloseTo(0.8452381, 6);
    expect(graded.low).toBeCloseTo(0.4608903, 6);
    expect(graded.high).toBeCloseTo(0.9625895, 6);
  });

  it('is negative where those who know the rest get this one wrong', () => {
    const { r } = known(
      discrimination(
        scores([0, 0, 0, 1, 1, 1, 1, 0, 1, 0], [0.9, 0.8, 0.9, 0.3, 0.4, 0.2, 0.5, 0.7, 0.4, 0.8]),
      ),
    );
    expect(r).toBeCloseTo(-0.932007, 6);
  });

  it('takes each answer as its distance from the means of its own quiz', () => {
    const first = scores([1, 1, 0, 0, 1, 0], [0.9, 0.8, 0.5, 0.4, 0.7, 0.6], 'easy');
    const second = scores([1, 0, 1, 0, 0, 0], [0.4, 0.2, 0.5, 0.3, 0.1, 0.3], 'hard');
    const { r, low, high, n } = known(discrimination([...first, ...second]));
    expect(r).toBeCloseTo(0.8496618, 6);
    expect(low).toBeCloseTo(0.5094475, 6);
    expect(high).toBeCloseTo(0.9601547, 6);
    expect(n).toBe(12);
    // All in one pot, the hard quiz would pass for weak students.
    const inOne = [...first, ...second].map((one) => ({ ...one, quizId: 'one' }));
    expect(known(discrimination(inOne)).r).toBeCloseTo(0.6757121, 6);
  });

  it('says why it is not told', () => {
    const why = (all: ItemScore[]) => {
      const figure = discrimination(all);
      return figure.status === 'unknown' ? figure.why : figure;
    };
    const rests = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1];
    expect(why(scores(half.slice(1), rests))).toEqual({ code: 'too-few', n: 9, least: 10 });
    expect(why(scores(half, []))).toEqual({ code: 'alone' });
    expect(why(scores(half, rests.slice(0, 7)))).toEqual({ code: 'too-few', n: 7, least: 10 });
    expect(
      why(
        scores(
          half.map(() => 1),
          rests,
        ),
      ),
    ).toEqual({ code: 'all-same', of: 'question' });
    // Thirds do not add up to the same binary fraction: that is no variance.
    const thirds = half.map((_, index) => (index % 2 === 0 ? 1 / 3 : 0.1 + 0.2 + 1 / 3 - 0.3));
    expect(why(scores(half, thirds))).toEqual({ code: 'all-same', of: 'others' });
    // Ten answers in nine quizzes: nothing is left to compare.
    const apart = scores(half, rests).map((one, index) => ({
      ...one,
      quizId: `q${Math.floor(index / 1.25)}`,
    }));
    expect(why(apart)).toMatchObject({ code: 'too-few' });
  });

  it('is bounded where the two go exactly together', () => {
    expect(known(discrimination(scores(half, half)))).toEqual({ r: 1, low: 1, high: 1, n: 10 });
  });
});

describe('quartiles', () => {
  it('are those of NumPy and R: type 7', () => {
    const seconds = [600, 45, 50, 62, 75, 80, 95, 120, 180, 30];
    expect(known(quartiles(seconds))).toEqual({ lower: 53, median: 77.5, upper: 113.75, n: 10 });
    expect(known(quartiles([...seconds, 40]))).toEqual({ lower: 47.5, median: 75, upper: 107.5, n: 11 });
    expect(quartiles([1, 2])).toMatchObject({ status: 'unknown' });
  });
});

it('sorts shares into none, quarters and all', () => {
  expect(distribution([0, 0, 0.01, 0.24, 0.25, 0.49, 0.5, 0.74, 0.75, 0.99, 1, 1])).toEqual({
    none: 2,
    quarter: 2,
    half: 2,
    'three-quarters': 2,
    nearly: 2,
    all: 2,
  });
});
