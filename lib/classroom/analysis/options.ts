import type { ChoiceKey } from '@/lib/exercises/kinds/choice/key';
import { optionId, placesShown } from '@/lib/exercises/kinds/choice/order';
import type { ChoiceSpec } from '@/lib/exercises/kinds/choice/schema';
import type { MisconceptionId } from '@/lib/simulator/misconceptions/ids';
import type { OptionFigures, Student } from './schema';
import { leastAnswers } from './statistics';
import { beliefCounts } from './wrong-values';

export interface ChosenOptions {
  readonly student: Student;
  /** The ids of the options in the variant of this seed. */
  readonly chosen: readonly string[];
  readonly seed: number;
  readonly rest: number | null;
  /** The beliefs that were named. */
  readonly named: readonly MisconceptionId[];
}

/**
 * Each option with who chose it, in the order of the content file. Variants show the options in orders of their own: an
 * option is told by its place in the file. Its text, and whether it is right, are those of the variant that is shown.
 */
export function optionFigures(
  key: ChoiceKey,
  order: ChoiceSpec['order'],
  answers: readonly ChosenOptions[],
): OptionFigures[] {
  const chose = new Map<number, ChosenOptions[]>();
  for (const answer of answers) {
    placesShown(order, key.options.length, answer.seed).forEach((place, shown) => {
      if (!answer.chosen.includes(optionId(shown))) return;
      chose.set(place, [...(chose.get(place) ?? []), answer]);
    });
  }
  return key.options
    .toSorted((a, b) => a.place - b.place)
    .map(({ place, text, code, right }) => {
      const who = chose.get(place) ?? [];
      return {
        place,
        text,
        code,
        right,
        beliefs: beliefCounts(who.flatMap(({ named }) => named)),
        students: who.map(({ student }) => student),
        share: answers.length < leastAnswers ? null : who.length / answers.length,
        rest: meanRest(who),
      };
    });
}

function meanRest(who: readonly ChosenOptions[]): number | null {
  const rests = who.flatMap(({ rest }) => rest ?? []);
  return rests.length < leastAnswers ? null : rests.reduce((sum, rest) => sum + rest, 0) / rests.length;
}
