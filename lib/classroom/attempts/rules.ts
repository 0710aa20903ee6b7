import type { Answer } from '@/lib/exercises/public';
import type { SubmitInput } from './schema';

/** 'a' for the first question, 'b' for the second …, then 'aa'. */
export function questionLabel(position: number): string {
  const letter = String.fromCharCode(97 + ((position - 1) % 26));
  return position <= 26 ? letter : questionLabel(Math.floor((position - 1) / 26)) + letter;
}

/** The seeds of variants: 31 bits, so that they fit the database's integer. */
export const largestSeed = 2 ** 31 - 1;

/** The answer to a question; undefined where the person sent none. */
export function answerTo(input: SubmitInput, position: number): Answer | undefined {
  return input.answers.find((one) => one.position === position)?.answer;
}

/** The positions that were answered and that the quiz does not have. */
export function unknownPositions(input: SubmitInput, positions: readonly number[]): number[] {
  return input.answers.map((one) => one.position).filter((position) => !positions.includes(position));
}

/** Sums of points with two decimals, without the noise of binary fractions. */
export function total(points: readonly number[]): number {
  return points.reduce((sum, one) => sum + Math.round(one * 100), 0) / 100;
}
