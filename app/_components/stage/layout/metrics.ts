import type { Cast, ObjectRole } from '../film/film';

/**
 * wide: three columns. narrow: names and objects above their memory, row by row. tall: names, one object and
 * its memory under each other, for the shortest programs on a narrow screen.
 */
export type Form = 'wide' | 'narrow' | 'tall';

/** Sizes in CSS pixels that a form of the stage is built from. */
export interface Metrics {
  readonly form: Form;
  readonly roomy: boolean;
  /** Many objects: each card is folded to one line where its value allows it. */
  readonly crowded: boolean;
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
  crowded: false,
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

/** One pitch for names and folded cards, so that a name and its object share a line. */
const CROWDED: Partial<Metrics> = { crowded: true, nameStep: 42, rowGap: 8 };

const ROOMY: Metrics = {
  ...COMPACT,
  roomy: true,
  nameStep: 104,
  nameGap: 134,
  cardWidth: 312,
  rowGap: 34,
  top: 62,
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
  stripWidth: 300,
  valueHeight: 22,
  charWidth: 6.6,
};

const TALL: Metrics = {
  ...ROOMY,
  form: 'tall',
  nameHeight: 38,
  cardWidth: 306,
  top: 4,
  rowGap: 26,
  cellHeight: 52,
  cellMax: 76,
  stripWidth: 306,
};

/** Above so many objects of a run the cards fold, for the whole run: a step must not move anything. */
export const CROWD = 12;

/** Values a roomy card has space for in one line. */
const ROOMY_VALUES = 5;

/** Names that fit beside each other over a card. */
const TALL_NAMES = 3;

/** Which sizes suit a cast: large for one or two short arrays, folded cards for a crowd, compact otherwise. */
export function metricsFor(cast: Cast, form: 'wide' | 'narrow'): Metrics {
  const short = (role: ObjectRole) =>
    role.body.type === 'grid' &&
    role.body.rows === 1 &&
    role.body.columns <= ROOMY_VALUES &&
    role.charsWide <= 5;
  const roomy = cast.objects.length <= 2 && cast.lanes.length === 0 && cast.objects.every(short);
  if (cast.objects.length > CROWD) return { ...(form === 'wide' ? COMPACT : NARROW), ...CROWDED };
  if (form === 'wide') return roomy ? ROOMY : COMPACT;
  const few =
    cast.names.length <= TALL_NAMES && cast.names.every((role) => role.frame === 0 && role.name.length <= 8);
  return roomy && few && cast.objects.length === 1 ? TALL : NARROW;
}
