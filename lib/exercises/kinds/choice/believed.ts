import { hasEnded } from '../../facts/believed';
import { isTrue } from '../../facts/questions';
import type { Timeline } from '../../facts/timeline';
import type { Program } from '../contract';
import { believedCase, believedCell } from './believed-cell';
import { optionOf } from './generate';
import type { ChoiceKey } from './key';
import type { ChoiceAnswer, ChoiceSpec, Option } from './schema';

/** The options that a belief takes to be right; null where it is at a loss with one of them, or none is its answer. */
export function believedChoice(key: ChoiceKey, spec: ChoiceSpec, program: Program): ChoiceAnswer | null {
  const timeline = believedCase(spec.change, program);
  if (timeline === null) return null;
  const cell = spec.ask === undefined ? null : believedCell(spec.ask, spec.change, program);
  const answer = cell === null || spec.ask === undefined ? null : optionOf(cell, spec.ask, null).text;
  const judged = key.options.map(({ id, text, place }) => {
    const claimed = claimHolds(timeline, spec.options[place - 1]);
    return { id, right: claimed === undefined ? (answer === null ? null : text === answer) : claimed };
  });
  const chosen = judged.filter(({ right }) => right).map(({ id }) => id);
  const unknown = judged.some(({ right }) => right === null);
  if (unknown || chosen.length === 0 || (chosen.length > 1 && !key.several)) return null;
  return { kind: 'choice', chosen };
}

/** Whether the claim of an option holds; null where the belief does not tell, undefined for an option without a claim. */
function claimHolds(timeline: Timeline, option: Option | undefined): boolean | null | undefined {
  if (typeof option !== 'object' || !('when' in option)) return undefined;
  return option.when.step === 'end' && !hasEnded(timeline) ? null : isTrue(timeline, option.when);
}
