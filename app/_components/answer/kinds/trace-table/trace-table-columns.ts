import type { ExerciseOf } from '../../model';

/** Widths: the program, then a column for each question. */
export function widthsOf(exercise: Pick<ExerciseOf<'trace-table'>, 'columns'>): string {
  const widths = exercise.columns.map((column) =>
    column.type === 'value' ? 'minmax(120px, 1fr)' : 'minmax(112px, 0.8fr)',
  );
  return `minmax(220px, 1.5fr) ${widths.join(' ')}`;
}
