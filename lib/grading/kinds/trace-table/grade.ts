import { type Cell, cellSays, isNone, readCell } from '@/lib/exercises/cells/cell';
import { type Timeline, timelineOf } from '@/lib/exercises/facts/timeline';
import type { PartReading, Run } from '@/lib/exercises/kinds/contract';
import type { TraceTableKey } from '@/lib/exercises/kinds/trace-table/key';
import type { CellMark } from '../../marks';
import { followingRows } from '../../own-state/follow';
import type { Row } from '../../own-state/state';
import { flatColumns } from './flat-columns';

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
  const timeline = once(() => timelineOf(rules.run(key.program)));
  const marks: CellMark[] = [];
  let last: { step: number; said: Row } | null = null;
  for (const row of key.rows) {
    const before = last;
    const said = rowSaid(key, row, readings);
    const followed = once(() => follow(key, row, before, rules, timeline()));
    for (const cell of row.cells) {
      const column = key.columns.find((one) => one.id === cell.column);
      const part = readings.get(cell.id);
      if (column === undefined || part === undefined) continue;
      const mark = markCell(
        { key, row, cell, column, part, said, followed, before: before?.step ?? null },
        rules.followThrough,
      );
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

/** The rows that may follow from the last one that was filled in. */
function follow(
  key: TraceTableKey,
  row: KeyRow,
  before: { step: number; said: Row } | null,
  { run }: TableRules,
  timeline: Timeline,
): Row[] {
  const [from, to] = [timeline.steps[(before?.step ?? 0) - 1], timeline.steps[row.step - 1]];
  if (before === null || from === undefined || to === undefined) return [];
  const { columns, noneMeansUndefined } = key;
  return followingRows({ timeline, columns, noneMeansUndefined, from, to, run }, before.said);
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
  /** The step of the row before; null at the first. */
  readonly before: number | null;
  /** The rows that may follow from the student's last one; computed when a cell is wrong. */
  readonly followed: () => readonly Row[];
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
function whyConsistent({ key, row, column, said, before, followed }: Judged, given: Cell): string | null {
  const follows = followed().some((one) => {
    const expected = one.get(column.id);
    return expected !== undefined && cellSays(given, expected, key.noneMeansUndefined);
  });
  if (follows) return `This follows from what you wrote for step ${before}.`;
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
