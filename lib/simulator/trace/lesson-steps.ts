/** Which steps of a trace have a number for learners: imports belong to the start, and the end has none. */
import type { Step, Trace } from './trace';

const UNNUMBERED: ReadonlySet<string> = new Set(['Import', 'ImportFrom', 'end']);

/** A numbered step: 1, 2, 3 …, and the step of the trace that it is. */
export interface LessonStep {
  readonly number: number;
  readonly step: Step;
}

export const isNumbered = (step: Step): boolean => !UNNUMBERED.has(step.stmt);

/** The numbered steps of a trace in order. */
export function lessonSteps(trace: Trace): readonly LessonStep[] {
  return trace.steps.filter(isNumbered).map((step, i) => ({ number: i + 1, step }));
}

/** The number of a step of the trace, or null where it has none. */
export function numberOfStep(trace: Trace, n: number): number | null {
  return lessonSteps(trace).find(({ step }) => step.n === n)?.number ?? null;
}
