/** The cells of a row, and what a state says for each of them. */
import { type Cell, cellSays } from '@/lib/exercises/cells/cell';
import { sameCell } from '@/lib/exercises/facts/names';
import { valueCell } from '@/lib/exercises/facts/timeline';
import type { TraceTableKey } from '@/lib/exercises/kinds/trace-table/key';
import type { MemoryState, ObjectId } from '@/lib/simulator';
import { heldName } from './paths';

export type Column = TraceTableKey['columns'][number];
/** What a row says, by column. */
export type Row = ReadonlyMap<string, Cell>;
/** The object of a count or freed column in a state; undefined where it has none yet. */
export type ObjectOfColumn = (column: Column) => ObjectId | undefined;

/** What a state says for a column; null where it says nothing that can be written. */
export function cellIn(memory: MemoryState, column: Column, objectOf: ObjectOfColumn): Cell | null {
  if (column.type === 'value') return valueCell(memory, column.name);
  if (column.type === 'output') return { type: 'output', text: memory.step.out.trim() };
  if (column.type === 'same') {
    const cell = sameCell(memory, column.name);
    if (cell?.type !== 'same') return cell;
    // The names that only stand for hidden references are no names of the student.
    return { ...cell, names: cell.names.filter((one) => !one.startsWith(heldName)) };
  }
  const id = objectOf(column);
  if (id === undefined) return null;
  const record = memory.objects.get(id);
  return column.type === 'freed'
    ? { type: 'freed', freed: record === undefined }
    : { type: 'count', count: record?.count ?? 0 };
}

/** Whether a state says what a row says, in each cell about the state that the row has. */
export function saysRow(
  memory: MemoryState,
  row: Row,
  columns: readonly Column[],
  objectOf: ObjectOfColumn,
  noneMeansUndefined: boolean,
): boolean {
  return columns.every((column) => {
    const said = row.get(column.id);
    if (said === undefined || column.type === 'output') return true;
    const truth = cellIn(memory, column, objectOf);
    return truth === null || cellSays(said, truth, noneMeansUndefined);
  });
}
