'use client';

import { type ClipboardEvent, type CSSProperties, type KeyboardEvent, type ReactNode, useRef } from 'react';
import type { CellType } from '@/lib/exercises/browser';
import * as words from '../../../_words';
import type { Complaints } from '../model';
import { AnswerCell } from './answer-cell';
import styles from './answer-grid.module.css';
import { GridHead } from './grid-head';
import { blockOf, pasted } from './paste';
import { moved, moveOf } from './table-keys';

export interface GridColumn {
  readonly id: string;
  readonly type: CellType;
  /** Said with each cell of the column where there is no room for a table. */
  readonly label: string;
  readonly head: ReactNode;
}

export interface GridRow {
  readonly id: string;
  readonly head: ReactNode;
  readonly cells: readonly {
    readonly id: string;
    readonly column: string;
    /** What the cell is called by itself: 'array A, step 2'. */
    readonly label: string;
    /** What stands there from the beginning; null where it is asked. */
    readonly given: string | null;
    /** What may be chosen, for cells that offer a list. */
    readonly options?: readonly { readonly value: string; readonly text: string }[];
  }[];
}

interface GridProps {
  label: string;
  corner: string;
  columns: readonly GridColumn[];
  rows: readonly GridRow[];
  /** Widths of the head and of the columns, as CSS says them. */
  widths: string;
  cells: Readonly<Record<string, string>>;
  onChange: (cells: Readonly<Record<string, string>>, key?: string) => void;
  complaints: Complaints;
  /** Told to those who cannot see what a paste has filled. */
  onSay: (text: string) => void;
}

/** Cells to be filled: a grid that the arrow keys walk, and that takes blocks from a spreadsheet. */
export function AnswerGrid({ label, corner, columns, rows, widths, cells, onChange, ...rest }: GridProps) {
  const grid = useRef<HTMLDivElement>(null);
  const order = rows.flatMap((row, r) =>
    row.cells.flatMap((cell) => {
      const column = columns.findIndex((one) => one.id === cell.column);
      const type = columns[column]?.type ?? 'value';
      return cell.given === null ? [{ row: r, column, id: cell.id, type }] : [];
    }),
  );
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const target = event.target instanceof HTMLElement ? event.target : null;
    const id = cellIdOf(target);
    if (!target || id === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    // The arrows choose in a list; Enter leads on from there as from everywhere.
    if (target instanceof HTMLSelectElement && event.key !== 'Enter') return;
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
  const onPaste = (event: ClipboardEvent<HTMLDivElement>) => {
    const id = cellIdOf(event.target);
    const block = blockOf(event.clipboardData.getData('text/plain'));
    if (id === undefined || block === null) return;
    event.preventDefault();
    const { cells: filled, left } = pasted(block, order, id);
    onChange({ ...cells, ...filled });
    rest.onSay(words.quiz.pasted(Object.keys(filled).length, left));
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a grid whose cells are fields; on phones it is no table
    <div
      ref={grid}
      className={styles.table}
      role="grid"
      tabIndex={-1}
      aria-label={label}
      onKeyDown={onKeyDown}
      onPaste={onPaste}
      style={{ '--columns': widths } as CSSProperties}
    >
      <GridHead corner={corner} columns={columns} />
      {rows.map((row) => (
        // biome-ignore lint/a11y/useSemanticElements: part of the grid above
        // biome-ignore lint/a11y/useFocusableInteractive: its cells take the focus
        <div key={row.id} className={styles.row} role="row">
          {row.head}
          {row.cells.map((cell) => {
            const column = columns.find((one) => one.id === cell.column);
            if (!column) return null;
            return (
              // biome-ignore lint/a11y/useSemanticElements: part of the grid above
              // biome-ignore lint/a11y/useFocusableInteractive: the field in it takes the focus
              <div
                key={cell.id}
                role="gridcell"
                className={`${styles.cell} ${column.type === 'how' ? styles.wide : ''}`}
                data-label={column.label}
                data-cell-id={cell.id}
              >
                {cell.given !== null ? (
                  <span className={styles.given}>{cell.given}</span>
                ) : (
                  <AnswerCell
                    type={column.type}
                    label={cell.label}
                    value={cells[cell.id] ?? ''}
                    complaint={rest.complaints.get(cell.id) ?? null}
                    options={cell.options ?? []}
                    onChange={(value) => onChange({ ...cells, [cell.id]: value }, cell.id)}
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

function cellIdOf(target: EventTarget | null): string | undefined {
  const element = target instanceof HTMLElement ? target : null;
  return element?.closest<HTMLElement>('[data-cell-id]')?.dataset.cellId;
}
