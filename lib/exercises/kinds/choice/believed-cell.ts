import type { Cell } from '../../cells/cell';
import type { Question } from '../../content/questions';
import { believedTimeline, hasEnded } from '../../facts/believed';
import { withoutSteps } from '../../facts/change';
import { answerOf } from '../../facts/questions';
import type { Timeline } from '../../facts/timeline';
import type { Program } from '../contract';
import type { ChoiceSpec } from './schema';

/** The run that a question is about, as a belief has it; null where that cannot be told. */
export function believedCase(change: ChoiceSpec['change'], program: Program): Timeline | null {
  const shown = believedTimeline(program);
  if (shown === null || change === undefined) return shown;
  const asked = withoutSteps(shown, change, program.run);
  return 'message' in asked ? null : asked;
}

/** The answer of a belief to a question; null where it has none. */
export function believedCell(ask: Question, change: ChoiceSpec['change'], program: Program): Cell | null {
  const timeline = believedCase(change, program);
  if (timeline === null) return null;
  if ('step' in ask && ask.step === 'end' && !hasEnded(timeline)) return null;
  const answer = answerOf(timeline, ask);
  return answer.status === 'answered' ? answer.cell : null;
}
