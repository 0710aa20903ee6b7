'use client';

import { type KeyboardEvent, useMemo, useRef } from 'react';
import { words } from '../../_words';
import { AnswerCell } from './answer-cell';
import { CodeLine } from './code-line';
import type { TraceTable as Exercise, TraceTableAnswer } from './model';
import { TableHead } from './table-head';
import { type GridCell, moved, moveOf } from './table-keys';
import styles from './trace-table.module.css';
import { columnsOf } from './trace-table-columns';

interface TraceTableProps {
  exercise: Exercise;
  answer: TraceTableAnswer;
  onChange: (answer: TraceTableAnswer) => void;
  /** What could not be read, by cell, as the server said. */
  complaints: ReadonlyMap<string, string>;
}

/** The trace table to be filled: rows are steps, columns are questions. A grid that the arrow keys walk. */
export function TraceTable({ exercise, answer, onChange, complaints }: TraceTableProps) {
  const grid = useRef<HTMLDivElement>(null);
  const order = useMemo(() => gridCells(exercise), [exercise]);
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const target = event.target instanceof HTMLElement ? event.target : null;
    const id = target?.closest<HTMLElement>('[data-cell-id]')?.dataset.cellId;
    if (!target || id === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    const text = target instanceof HTMLInputElement && target.type === 'text' ? target : null;
    const atStart = !text || (text.selectionStart === 0 && text.selectionEnd === 0);
    const atEnd =
      !text || (text.selectionStart === text.value.length && text.selectionEnd === text.value.length);
    const move = moveOf(event.key, event.shiftKey, atStart, atEnd);
    if (!move) return;
    event.preventDefault();
    grid.current
      ?.querySelector<HTMLElement>(`[data-cell-id="${moved(order, id, move)}"] [data-cell-focus]`)
      ?.focus();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a grid whose cells are fields; on phones it is no table
    <div
      ref={grid}
      className={styles.table}
      role="grid"
      tabIndex={-1}
      aria-label={exercise.title}
      onKeyDown={onKeyDown}
      style={columnsOf(exercise)}
    >
      <TableHead columns={exercise.columns} />
      {exercise.rows.map((row) => (
        // biome-ignore lint/a11y/useSemanticElements: part of the grid above
        // biome-ignore lint/a11y/useFocusableInteractive: its cells take the focus
        <div key={row.step} className={styles.row} role="row">
          <CodeLine
            step={row.step}
            source={row.source}
            note={row.cells.every((cell) => cell.given !== null) ? words.quiz.given : null}
          />
          {row.cells.map((cell) => {
            const column = exercise.columns.find((c) => c.id === cell.column);
            if (!column) return null;
            return (
              // biome-ignore lint/a11y/useSemanticElements: part of the grid above
              // biome-ignore lint/a11y/useFocusableInteractive: the field in it takes the focus
              <div
                key={cell.id}
                role="gridcell"
                className={styles.cell}
                data-label={column.label}
                data-cell-id={cell.id}
              >
                {cell.given !== null ? (
                  <span className={styles.given}>{cell.given}</span>
                ) : (
                  <AnswerCell
                    type={column.type}
                    label={words.quiz.cell(column.label, row.step)}
                    value={answer.cells[cell.id] ?? ''}
                    complaint={complaints.get(cell.id) ?? null}
                    onChange={(value) =>
                      onChange({ kind: 'trace-table', cells: { ...answer.cells, [cell.id]: value } })
                    }
                  />
                )}
              </div>
            );
          })}
        </div>
      ))}
    </div>
  );
}

function gridCells(exercise: Exercise): GridCell[] {
  return exercise.rows.flatMap((row, r) =>
    row.cells.flatMap((cell) =>
      cell.given === null
        ? [{ row: r, column: exercise.columns.findIndex((c) => c.id === cell.column), id: cell.id }]
        : [],
    ),
  );
}
