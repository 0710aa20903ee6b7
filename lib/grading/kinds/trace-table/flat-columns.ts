import type { Cell } from '@/lib/exercises/cells/cell';
import type { PartReading } from '@/lib/exercises/kinds/contract';
import type { TraceTableKey } from '@/lib/exercises/kinds/trace-table/key';

/**
 * The columns that say the same in each row that was filled in, where the truth of those rows does not. They
 * are what a table filled with one constant, or by copying the row above, consists of.
 */
export function flatColumns(
  key: TraceTableKey,
  readings: ReadonlyMap<string, PartReading<Cell>>,
): ReadonlySet<string> {
  const flat = new Set<string>();
  for (const column of key.columns) {
    const said = new Set<string>();
    const truths = new Set<string>();
    for (const cell of key.rows.flatMap((row) => row.cells)) {
      const reading = readings.get(cell.id)?.reading;
      if (cell.column !== column.id || reading === undefined || reading.status === 'blank') continue;
      said.add(reading.status === 'read' ? reading.shown : '');
      truths.add(cell.expected);
    }
    if (said.size === 1 && truths.size > 1) flat.add(column.id);
  }
  return flat;
}
