import { randomInt } from 'node:crypto';

/** Letters and digits that nobody takes for one another, in print or by hand: no 0 O, 1 I L, 2 Z, 5 S, 8 B, U V. */
const alphabet = '34679ACDEFGHJKMNPQRTWXY';

const random = (length: number) =>
  Array.from({ length }, () => alphabet[randomInt(alphabet.length)] ?? '').join('');

/** A code for a class to type: one of 8 × 10¹⁰. Tries at codes are counted. */
export const newInvitationCode = (): string => random(8);

/** A code for one person, by which they take the place that is kept for them: one of 2 × 10¹⁶. */
export const newSeatCode = (): string => random(12);
