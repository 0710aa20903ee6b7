import { believedTimeline, hasEnded, stepOfLine } from '../../facts/believed';
import type { Program } from '../contract';
import { drawingAt } from './generate';
import type { MemoryDiagramKey } from './key';
import type { MemoryDiagramAnswer, MemoryDiagramSpec } from './schema';

/** The drawing of the state that a belief leads to; null where its run does not come there, or it cannot be drawn. */
export function believedDrawing(
  { after }: MemoryDiagramKey,
  spec: MemoryDiagramSpec,
  program: Program,
): MemoryDiagramAnswer | null {
  const timeline = believedTimeline(program);
  if (timeline === null) return null;
  const reached = after === null ? hasEnded(timeline) : stepOfLine(timeline, after.step, after.line) !== null;
  if (!reached) return null;
  const drawing = drawingAt(spec, timeline);
  return 'message' in drawing ? null : drawing;
}
