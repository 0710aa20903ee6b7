/** The run of a program on a machine that holds a belief: it may stop early, and go other ways than the true one. */
import { type MisconceptionId, simulateBelieving } from '@/lib/simulator/misconceptions';
import type { Program, Run } from '../kinds/contract';
import { type LessonStep, type Timeline, timelineOf } from './timeline';

/** Runs programs as somebody with these beliefs expects them to run. */
export const believing =
  (believes: readonly MisconceptionId[]): Run =>
  (source) =>
    simulateBelieving(source, believes);

/** As far as the run comes; null where it has no step. */
export function believedTimeline({ source, run }: Program): Timeline | null {
  const trace = run(source);
  return trace.steps.length === 0 ? null : timelineOf(trace);
}

/** The step of this number, where it is at the same line as in the true run: else the runs have parted. */
export function stepOfLine(timeline: Timeline, n: number, line: number): LessonStep | null {
  const step = timeline.steps[n - 1];
  return step !== undefined && step.line === line ? step : null;
}

/** Whether the run comes to the end of the program: only then is anything to be said of that. */
export const hasEnded = (timeline: Timeline): boolean => timeline.trace.ending.type === 'finished';

/** Whether a text shows an object that the belief has destroyed: what is printed there, it does not tell. */
export const isUnknown = (text: string): boolean => text.includes('…');
