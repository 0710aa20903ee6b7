import type { Step, Trace } from '@/lib/simulator';

/** Import statements and the end of the program are no steps of a lesson. */
function counts(step: Step): boolean {
  return step.stmt !== 'end' && step.stmt !== 'Import' && step.stmt !== 'ImportFrom';
}

/**
 * The trace step that each scene shows: scene 0 is the memory before the first counted step, scene n the memory
 * after the n-th. Numbers of trace steps, from 0.
 */
export function sceneSteps(trace: Trace): number[] {
  const counted = trace.steps.filter(counts).map((step) => step.n);
  const first = counted[0];
  return [first === undefined ? 0 : first - 1, ...counted];
}
