import type { CSSProperties } from 'react';
import type { TraceTable } from './model';

/** Widths: the program, then a column for each question. */
export function columnsOf(exercise: Pick<TraceTable, 'columns'>) {
  const widths = exercise.columns.map((column) =>
    column.type === 'value' ? 'minmax(120px, 1fr)' : 'minmax(112px, 0.8fr)',
  );
  return { '--columns': `minmax(220px, 1.5fr) ${widths.join(' ')}` } as CSSProperties;
}
