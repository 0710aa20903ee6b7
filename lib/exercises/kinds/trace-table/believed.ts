import { showCell } from '../../cells/cell';
import { believedTimeline, isUnknown, stepOfLine } from '../../facts/believed';
import type { Program } from '../contract';
import { planColumn } from './generate';
import type { TraceTableKey } from './key';
import type { TraceTableAnswer, TraceTableSpec } from './schema';

/** The table as a belief fills it, for the steps that its run has at the same lines. */
export function believedTable(
  key: TraceTableKey,
  spec: TraceTableSpec,
  program: Program,
): TraceTableAnswer | null {
  const timeline = believedTimeline(program);
  if (timeline === null) return null;
  const columns = spec.columns.map((column, index) => planColumn(timeline, column, index, []));
  const cells: Record<string, string> = {};
  for (const row of key.rows) {
    const step = stepOfLine(timeline, row.step, row.line);
    if (step === null) continue;
    for (const [index, cell] of row.cells.entries()) {
      const said = cell.given ? null : columns[index]?.truthAfter(step);
      if (said && !(said.type === 'output' && isUnknown(said.text))) cells[cell.id] = showCell(said);
    }
  }
  return { kind: 'trace-table', cells };
}
