/**
 * The statistics of a question, as numbers. Each has its formula and its source in docs/statistics.md, and is held by
 * tests to values that were computed by hand. What cannot be told says why: nothing here answers NaN.
 */

/** Answers from which on an index is shown. */
export const leastAnswers = 10;

export type Why =
  | { readonly code: 'too-few'; readonly n: number; readonly least: number }
  /** There is nothing else in the quiz to compare with. */
  | { readonly code: 'alone' }
  /** Everybody has the same share of this question, or of the others. */
  | { readonly code: 'all-same'; readonly of: 'question' | 'others' };

export type Figure<Value> =
  | { readonly status: 'known'; readonly value: Value }
  | { readonly status: 'unknown'; readonly why: Why };

const known = <Value>(value: Value): Figure<Value> => ({ status: 'known', value });
const unknown = (why: Why): { status: 'unknown'; why: Why } => ({ status: 'unknown', why });
const tooFew = (n: number) => unknown({ code: 'too-few', n, least: leastAnswers });

const sum = (values: readonly number[]): number => values.reduce((total, one) => total + one, 0);
const mean = (values: readonly number[]): number => sum(values) / values.length;
const squares = (values: readonly number[]): number => {
  const middle = mean(values);
  return sum(values.map((value) => (value - middle) ** 2));
};

/** Sums of squares below this are the noise of binary fractions. */
const nothing = 1e-12;

/** The quantile of the normal distribution that leaves 2.5 % above it. */
const normal = 1.959964;

/** The part of the points that was earned on average, and how far off the mean of ever more such students may be. */
export interface Facility {
  /** From 0 to 1. */
  readonly share: number;
  /** Half of the interval that holds the true mean 19 times out of 20, roughly. */
  readonly margin: number;
}

/** Mean of the shares; margin 1.96 · s / √n, with s of n − 1. */
export function facility(shares: readonly number[]): Figure<Facility> {
  const n = shares.length;
  if (n < leastAnswers) return tooFew(n);
  return known({ share: mean(shares), margin: normal * Math.sqrt(squares(shares) / (n - 1) / n) });
}

/** An answer beside the rest of its attempt. */
export interface ItemScore {
  /** The part of the points that it earned, from 0 to 1. */
  readonly share: number;
  /** The mean share of the other questions of the same attempt; null where there are none. */
  readonly rest: number | null;
  readonly quizId: string;
}

export interface Discrimination {
  /** From −1 to 1. */
  readonly r: number;
  /** What holds the true correlation 19 times out of 20. */
  readonly low: number;
  readonly high: number;
  /** Answers that stood beside others. */
  readonly n: number;
}

/**
 * The correlation of the question with the rest of its quiz. Where it stands in several quizzes, each answer is taken
 * as its distance from the means of its quiz, so that a hard quiz is not taken for weak students. The interval is
 * Fisher's, with a degree of freedom less for each further quiz.
 */
export function discrimination(scores: readonly ItemScore[]): Figure<Discrimination> {
  const beside = scores.flatMap(({ share, rest, quizId }) =>
    rest === null ? [] : [{ share, rest, quizId }],
  );
  if (scores.length >= leastAnswers && beside.length === 0) return unknown({ code: 'alone' });
  const quizzes = [...groupedBy(beside, ({ quizId }) => quizId).values()].filter((all) => all.length > 1);
  const n = sum(quizzes.map((all) => all.length));
  const free = n - quizzes.length - 2;
  if (n < leastAnswers || free < 1) return tooFew(beside.length);
  const sums = quizzes.map((all) => productsOf(all));
  const [xx, yy, xy] = [
    sum(sums.map((one) => one.xx)),
    sum(sums.map((one) => one.yy)),
    sum(sums.map((one) => one.xy)),
  ];
  if (xx < nothing) return unknown({ code: 'all-same', of: 'question' });
  if (yy < nothing) return unknown({ code: 'all-same', of: 'others' });
  const r = Math.max(-1, Math.min(1, xy / Math.sqrt(xx * yy)));
  const reach = normal / Math.sqrt(free);
  return known({ r, low: Math.tanh(Math.atanh(r) - reach), high: Math.tanh(Math.atanh(r) + reach), n });
}

/** Sums of squares and of products of the distances from the means of one quiz. */
function productsOf(all: readonly { readonly share: number; readonly rest: number }[]) {
  const [x, y] = [mean(all.map(({ share }) => share)), mean(all.map(({ rest }) => rest))];
  return {
    xx: squares(all.map(({ share }) => share)),
    yy: squares(all.map(({ rest }) => rest)),
    xy: sum(all.map(({ share, rest }) => (share - x) * (rest - y))),
  };
}

/** Quartiles by linear interpolation between the order statistics: type 7 of Hyndman and Fan, as NumPy and R have it. */
export interface Quartiles {
  readonly lower: number;
  readonly median: number;
  readonly upper: number;
  readonly n: number;
}

export function quartiles(values: readonly number[]): Figure<Quartiles> {
  if (values.length < leastAnswers) return tooFew(values.length);
  const sorted = values.toSorted((a, b) => a - b);
  const at = (part: number): number => {
    const place = (sorted.length - 1) * part;
    const [below, above] = [sorted[Math.floor(place)] ?? 0, sorted[Math.ceil(place)] ?? 0];
    return below + (above - below) * (place - Math.floor(place));
  };
  return known({ lower: at(0.25), median: at(0.5), upper: at(0.75), n: values.length });
}

/** How many earned nothing, up to a quarter, a half, three quarters, less than everything, everything. */
export const binNames = ['none', 'quarter', 'half', 'three-quarters', 'nearly', 'all'] as const;
export type BinName = (typeof binNames)[number];

export function distribution(shares: readonly number[]): Readonly<Record<BinName, number>> {
  const bins = { none: 0, quarter: 0, half: 0, 'three-quarters': 0, nearly: 0, all: 0 };
  for (const share of shares) bins[binOf(share)] += 1;
  return bins;
}

function binOf(share: number): BinName {
  if (share <= 0) return 'none';
  if (share >= 1) return 'all';
  return binNames[1 + Math.floor(share * 4)] ?? 'nearly';
}

/** The items by key, in the order in which each key first comes. */
export function groupedBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
