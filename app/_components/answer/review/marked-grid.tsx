import type { CSSProperties, ReactNode } from 'react';
import type { CellMark } from '@/lib/grading/marks';
import styles from '../grid/answer-grid.module.css';
import { GridHead } from '../grid/grid-head';
import { MarkedCell } from './marked-cell';

interface MarkedGridProps {
  label: string;
  corner: string;
  columns: readonly { readonly id: string; readonly label: string; readonly head: ReactNode }[];
  rows: readonly {
    readonly id: string;
    readonly head: ReactNode;
    readonly cells: readonly {
      readonly id: string;
      readonly column: string;
      readonly given: string | null;
    }[];
  }[];
  widths: string;
  marks: readonly CellMark[];
}

/** The grid as it was filled, with its marks in place. */
export function MarkedGrid({ label, corner, columns, rows, widths, marks }: MarkedGridProps) {
  const markOf = new Map(marks.map((mark) => [mark.cell, mark]));
  return (
    // biome-ignore lint/a11y/useSemanticElements: the same grid as when it was filled; on phones it is no table
    <div
      className={styles.table}
      role="table"
      aria-label={label}
      style={{ '--columns': widths } as CSSProperties}
    >
      <GridHead corner={corner} columns={columns} />
      {rows.map((row) => (
        // biome-ignore lint/a11y/useSemanticElements: part of the table above
        // biome-ignore lint/a11y/useFocusableInteractive: nothing in it takes the focus
        <div key={row.id} className={`${styles.row} ${styles.graded}`} role="row">
          {row.head}
          {row.cells.map((cell) => {
            const mark = markOf.get(cell.id);
            const column = columns.find((one) => one.id === cell.column);
            return (
              // biome-ignore lint/a11y/useSemanticElements: part of the table above
              <div
                key={cell.id}
                role="cell"
                className={styles.cell}
                data-label={column?.label}
                data-cell-id={cell.id}
              >
                {mark ? <MarkedCell mark={mark} /> : <span className={styles.given}>{cell.given}</span>}
              </div>
            );
          })}
        </div>
      ))}
    </div>
  );
}
