import { type Cell, readCell } from '../../cells/cell';
import type { ExerciseKind, PartReading } from '../contract';
import { generateTraceTable } from './generate';
import { type TraceTableKey, traceTableKeySchema } from './key';
import {
  type PublicTraceTable,
  publicTraceTableSchema,
  type TraceTableAnswer,
  type TraceTableSpec,
  traceTableAnswerSchema,
  traceTableSpecSchema,
} from './schema';

/** Fill in what names show, how often an object is referred to, and whether it is freed, step by step. */
export const traceTable: ExerciseKind<
  TraceTableSpec,
  TraceTableKey,
  PublicTraceTable,
  TraceTableAnswer,
  Cell
> = {
  kind: 'trace-table',
  spec: traceTableSpecSchema,
  answer: traceTableAnswerSchema,
  key: traceTableKeySchema,
  public: publicTraceTableSchema,
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
  solve: (key) => ({
    kind: 'trace-table',
    cells: Object.fromEntries(askedCells(key).map((cell) => [cell.id, cell.expected])),
  }),
};

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
