'use client';

import * as words from '../../../../_words';
import { AnswerGrid } from '../../grid/answer-grid';
import type { KindProps } from '../../model';
import { CodeLine } from './code-line';
import { ColumnHead } from './column-head';
import { widthsOf } from './trace-table-columns';

/** The trace table to be filled: rows are steps, columns are questions. */
export function TraceTable({
  exercise,
  answer,
  onChange,
  complaints,
  onSay,
}: KindProps<'trace-table'> & { onSay: (text: string) => void }) {
  const labels = new Map(exercise.columns.map((column) => [column.id, column.label]));
  return (
    <AnswerGrid
      label={exercise.title}
      corner={words.quiz.program}
      columns={exercise.columns.map((column) => ({ ...column, head: <ColumnHead column={column} /> }))}
      rows={exercise.rows.map((row) => ({
        id: String(row.step),
        head: (
          <CodeLine
            step={row.step}
            source={row.source}
            note={row.cells.every((cell) => cell.given !== null) ? words.quiz.given : null}
          />
        ),
        cells: row.cells.map((cell) => ({
          ...cell,
          label: words.quiz.cell(labels.get(cell.column) ?? cell.column, row.step),
        })),
      }))}
      widths={widthsOf(exercise)}
      cells={answer.cells}
      onChange={(cells, key) => onChange({ kind: 'trace-table', cells }, key)}
      complaints={complaints}
      onSay={onSay}
    />
  );
}
