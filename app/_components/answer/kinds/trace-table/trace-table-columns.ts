import type { ExerciseOf } from '../../model';

/** Widths: the program, then a column for each question. */
export function widthsOf(exercise: Pick<ExerciseOf<'trace-table'>, 'columns'>): string {
  const widths = exercise.columns.map((column) =>
    column.type === 'value' ? 'minmax(104px, 1fr)' : 'minmax(104px, 0.8fr)',
  );
  return `minmax(180px, 1.5fr) ${widths.join(' ')}`;
}
