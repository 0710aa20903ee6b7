import type { KindShapes, PartReading, Run } from '@/lib/exercises/kinds/contract';
import type { CellMark } from '../marks';

export interface GradingTools {
  /** Runs the small programs that stand for a student's own states. */
  readonly run: Run;
}

/**
 * The rest of a kind's life: grade and explain. A mark carries its explanation with it: the right answer, the
 * step, and what happened there.
 */
export type Grade<Shapes extends KindShapes> = (
  key: Shapes['key'],
  parts: readonly PartReading<Shapes['part']>[],
  spec: Shapes['spec'],
  tools: GradingTools,
) => CellMark[];
