import { type Cell, cellSays, isNone, readCell } from '@/lib/exercises/cells/cell';
import type { PartReading } from '@/lib/exercises/kinds/contract';
import type { TraceTableKey } from '@/lib/exercises/kinds/trace-table/key';
import type { CellMark } from '../../marks';
import { flatColumns } from './flat-columns';
import { followingRow, type Row, type Run } from './follow';

type KeyRow = TraceTableKey['rows'][number];
type KeyCell = KeyRow['cells'][number];
type Column = TraceTableKey['columns'][number];
type Reading = PartReading<Cell>['reading'];

/** A cell where something changes is worth one, another a fifth: a table in which nothing changes says little. */
const weightOfChange = 1;
const weightOfRest = 0.2;

export interface TableRules {
  /** The part of its mark that a consistent cell earns. */
  readonly followThrough: number;
  /** Runs the small programs that stand for the student's own states. */
  readonly run: Run;
}

/**
 * Marks each asked cell twice: against the trace, and against one true step from the row that the student
 * wrote before. The better of the two counts.
 */
export function gradeTraceTable(
  key: TraceTableKey,
  parts: readonly PartReading<Cell>[],
  rules: TableRules,
): CellMark[] {
  const readings = new Map(parts.map((part) => [part.cell, part]));
  const flat = flatColumns(key, readings);
  const marks: CellMark[] = [];
  let last: { step: number; said: Row } | null = null;
  for (const row of key.rows) {
    const before = last;
    const said = rowSaid(key, row, readings);
    const followed = once(() => follow(key, row, before, rules.run));
    for (const cell of row.cells) {
      const column = key.columns.find((one) => one.id === cell.column);
      const part = readings.get(cell.id);
      if (column === undefined || part === undefined) continue;
      const mark = markCell({ key, row, cell, column, part, said, followed }, rules.followThrough);
      marks.push(flat.has(column.id) ? withoutPoints(mark, column) : mark);
    }
    last = { step: row.step, said };
  }
  return marks;
}

/** What the student's row says, given cells included; cells that cannot be read are left out. */
function rowSaid(key: TraceTableKey, row: KeyRow, readings: ReadonlyMap<string, PartReading<Cell>>): Row {
  const said = new Map<string, Cell>();
  for (const cell of row.cells) {
    const reading: Reading | undefined = cell.given ? truthOf(key, cell) : readings.get(cell.id)?.reading;
    if (reading?.status !== 'read') continue;
    const undefinedName = key.noneMeansUndefined && isNone(reading.value);
    said.set(cell.column, undefinedName ? { type: 'undefined' } : reading.value);
  }
  return said;
}

function truthOf(key: TraceTableKey, cell: KeyCell): Reading {
  const type = key.columns.find((column) => column.id === cell.column)?.type ?? 'value';
  const reading = readCell(type, cell.expected);
  return reading.status === 'read' ? { ...reading, value: reading.cell } : reading;
}

function follow(
  key: TraceTableKey,
  row: KeyRow,
  before: { step: number; said: Row } | null,
  run: Run,
): Row | null {
  if (row.scene === null || before === null || before.step !== row.step - 1) return null;
  return followingRow(row.scene, key.columns, before.said, run);
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

interface Judged {
  readonly key: TraceTableKey;
  readonly row: KeyRow;
  readonly cell: KeyCell;
  readonly column: Column;
  readonly part: PartReading<Cell>;
  readonly said: Row;
  /** The row that follows from the student's last one; computed when a cell is wrong. */
  readonly followed: () => Row | null;
}

function markCell(judged: Judged, share: number): CellMark {
  const { key, row, cell, column, part } = judged;
  const { reading } = part;
  const possible = cell.changes ? weightOfChange : weightOfRest;
  const mark = {
    cell: cell.id,
    label: `step ${row.step}, ${column.label}`,
    given: reading.status === 'read' ? reading.shown : part.typed,
    expected: cell.expected,
    points: 0,
    possible,
    reason: cell.reason,
    step: row.step,
  };
  if (reading.status === 'blank') return { ...mark, state: 'blank' };
  if (reading.status === 'unreadable') return { ...mark, state: 'unreadable', reason: reading.message };
  const truth = truthOf(key, cell);
  if (truth.status === 'read' && cellSays(reading.value, truth.value, key.noneMeansUndefined)) {
    return { ...mark, state: 'correct', points: possible };
  }
  const why = whyConsistent(judged, reading.value);
  if (why === null) return { ...mark, state: 'wrong' };
  return { ...mark, state: 'consistent', points: possible * share, reason: `${why} ${cell.reason}` };
}

/** Why a wrong cell follows from what the student wrote; null where it does not. */
function whyConsistent({ key, row, column, said, followed }: Judged, given: Cell): string | null {
  const expected = followed()?.get(column.id);
  if (expected !== undefined && cellSays(given, expected, key.noneMeansUndefined)) {
    return `This follows from what you wrote for step ${row.step - 1}.`;
  }
  if (column.type !== 'freed' || given.type !== 'freed') return null;
  // An object is freed exactly when its count is 0: the cell may follow from the count beside it.
  const counter = key.columns.find((one) => one.type === 'count' && one.object === column.object);
  const count = counter === undefined ? undefined : said.get(counter.id);
  if (count?.type !== 'count' || given.freed !== (count.count === 0)) return null;
  return `This follows from the count of ${count.count} that you wrote for step ${row.step}.`;
}

function withoutPoints(mark: CellMark, column: Column): CellMark {
  if (mark.points === 0) return mark;
  const note = `The column "${column.label}" says the same in each row, so it predicts no change and earns nothing.`;
  return { ...mark, points: 0, reason: `${note} ${mark.reason}` };
}
