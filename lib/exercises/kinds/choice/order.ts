import { shuffled } from '@/lib/common/random';
import type { ChoiceSpec } from './schema';

/** The places of the options in the content file, from 1, in the order in which the variant of a seed shows them. */
export function placesShown(order: ChoiceSpec['order'], options: number, seed: number): number[] {
  const places = Array.from({ length: options }, (_, index) => index + 1);
  return order === 'shuffled' ? shuffled(places, seed, 'options') : places;
}

/** The name by which an answer calls the option that is shown there, from 0. */
export const optionId = (shown: number): string => String.fromCharCode(97 + shown);
