import { type Cell, readCell } from '../../cells/cell';
import { cellsInstead } from '../cells-instead';
import { type ExerciseKind, nothingToRun, type PartReading } from '../contract';
import { believedTable } from './believed';
import { generateTraceTable } from './generate';
import { type TraceTableKey, traceTableKeySchema } from './key';
import {
  type CellsMistake,
  cellsMistakeSchema,
  type PublicTraceTable,
  publicTraceTableSchema,
  type TraceTableAnswer,
  type TraceTableSpec,
  traceTableAnswerSchema,
  traceTableSpecSchema,
} from './schema';

export interface TraceTableShapes {
  readonly spec: TraceTableSpec;
  readonly key: TraceTableKey;
  readonly public: PublicTraceTable;
  readonly answer: TraceTableAnswer;
  readonly part: Cell;
  readonly evidence: null;
  readonly mistake: CellsMistake;
}

/** Fill in what names show, how often an object is referred to, and whether it is freed, step by step. */
export const traceTable: ExerciseKind<TraceTableShapes> = {
  ...nothingToRun,
  kind: 'trace-table',
  shuffles: false,
  believed: believedTable,
  spec: traceTableSpecSchema,
  answer: traceTableAnswerSchema,
  key: traceTableKeySchema,
  public: publicTraceTableSchema,
  mistake: cellsMistakeSchema,
  generate: generateTraceTable,
  render: (key) => ({
    kind: 'trace-table',
    columns: key.columns.map(({ id, type, label, about }) => ({ id, type, label, about })),
    rows: key.rows.map(({ step, line, source, cells }) => ({
      step,
      line,
      source,
      cells: cells.map(({ id, column, given, expected }) => ({ id, column, given: given ? expected : null })),
    })),
  }),
  parse: parseTable,
  solve: solveTable,
  blank: { kind: 'trace-table', cells: {} },
  mistaken: (key, { cells }) => cellsInstead(solveTable(key), cells),
};

function solveTable(key: TraceTableKey): TraceTableAnswer {
  const cells = askedCells(key).map((cell) => [cell.id, cell.expected] as const);
  return { kind: 'trace-table', cells: Object.fromEntries(cells) };
}

/** The cells that a student fills in, row by row. */
export function askedCells(key: TraceTableKey): TraceTableKey['rows'][number]['cells'] {
  return key.rows.flatMap((row) => row.cells.filter((cell) => !cell.given));
}

function parseTable(key: TraceTableKey, answer: TraceTableAnswer): readonly PartReading<Cell>[] {
  const types = new Map(key.columns.map((column) => [column.id, column.type]));
  return askedCells(key).map(({ id, column }) => {
    const typed = Object.hasOwn(answer.cells, id) ? (answer.cells[id] ?? '') : '';
    const reading = readCell(types.get(column) ?? 'value', typed);
    return {
      cell: id,
      typed,
      reading:
        reading.status === 'read' ? { status: 'read', value: reading.cell, shown: reading.shown } : reading,
    };
  });
}
