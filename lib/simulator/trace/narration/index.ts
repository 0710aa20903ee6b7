/** A plain sentence for each step, and a second one on the counts. */
import { eventsOf } from '../events';
import { sourceAt } from '../source-text';
import { stateAt } from '../state';
import type { Step, Trace } from '../trace';
import { countSentences } from './counts';
import { effectSentences } from './effects';
import { say } from './messages';
import { Scene } from './scene';

export interface Narration {
  /** The statement, as in the source. */
  readonly act: string;
  /** What it did. */
  readonly say: string;
  /** How counts changed; empty where none did. */
  readonly more: string;
}

/** What happened in step `n` of a trace (0: before the first). Errors: RangeError where there is no such step. */
export function narrate(trace: Trace, n: number): Narration {
  if (n === 0) return { act: '', say: say('start'), more: '' };
  const before = stateAt(trace, n - 1);
  const after = stateAt(trace, n);
  const step = trace.steps[n - 1] as Step;
  const act = step.span === null ? '' : sourceAt(trace, step.span);
  const scene = new Scene(before, after, act, eventsOf(before, after), trace.source);
  return { act, say: effectSentences(scene).join(' '), more: countSentences(scene).join(' ') };
}
