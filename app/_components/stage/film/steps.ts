import type { Trace } from '@/lib/simulator';
import { lessonSteps } from '@/lib/simulator/browser';

/**
 * The trace step that each scene shows: scene 0 is the memory before the first numbered step (after the imports
 * that precede it), scene n the memory after the n-th. Numbers of trace steps, from 0.
 */
export function sceneSteps(trace: Trace): number[] {
  const numbered = lessonSteps(trace).map(({ step }) => step.n);
  const first = numbered[0];
  return [first === undefined ? 0 : first - 1, ...numbered];
}
