import type { Cast, ObjectRole } from '../film/film';

/** Sizes in CSS pixels that a form of the stage is built from. */
export interface Metrics {
  readonly form: 'wide' | 'narrow';
  readonly roomy: boolean;
  readonly nameHeight: number;
  /** Distance between the centres of two names below each other. */
  readonly nameStep: number;
  readonly nameGap: number;
  readonly cardWidth: number;
  readonly rowGap: number;
  readonly top: number;
  readonly cellHeight: number;
  readonly cellMin: number;
  readonly cellMax: number;
  /** Room for the cells of a strip. */
  readonly stripWidth: number;
  readonly valueHeight: number;
  readonly charWidth: number;
}

const COMPACT: Metrics = {
  form: 'wide',
  roomy: false,
  nameHeight: 34,
  nameStep: 56,
  nameGap: 78,
  cardWidth: 268,
  rowGap: 14,
  top: 28,
  cellHeight: 36,
  cellMin: 36,
  cellMax: 52,
  stripWidth: 432,
  valueHeight: 24,
  charWidth: 7.8,
};

const ROOMY: Metrics = {
  ...COMPACT,
  roomy: true,
  nameStep: 104,
  nameGap: 134,
  cardWidth: 312,
  rowGap: 34,
  top: 56,
  cellHeight: 60,
  cellMin: 50,
  cellMax: 84,
  stripWidth: 252,
  valueHeight: 44,
  charWidth: 10.5,
};

const NARROW: Metrics = {
  ...COMPACT,
  form: 'narrow',
  nameStep: 42,
  nameGap: 26,
  cardWidth: 228,
  rowGap: 14,
  top: 0,
  cellHeight: 34,
  cellMin: 24,
  cellMax: 76,
  stripWidth: 328,
  valueHeight: 22,
  charWidth: 6.6,
};

/** Values a roomy card has space for in one line. */
const ROOMY_VALUES = 5;

/** Which sizes suit a cast: large for one or two short arrays, compact otherwise. */
export function metricsFor(cast: Cast, form: 'wide' | 'narrow'): Metrics {
  if (form === 'narrow') return NARROW;
  const short = (role: ObjectRole) =>
    role.body.type === 'grid' &&
    role.body.rows === 1 &&
    role.body.columns <= ROOMY_VALUES &&
    role.charsWide <= 5;
  const roomy = cast.objects.length <= 2 && cast.lanes.length === 0 && cast.objects.every(short);
  return roomy ? ROOMY : COMPACT;
}
