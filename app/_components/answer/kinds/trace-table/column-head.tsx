import { NameTag } from '../../../ui/name-tag';
import type { ExerciseOf } from '../../model';

/** Names as tags, other questions as words with what they are about. */
export function ColumnHead({ column }: { column: ExerciseOf<'trace-table'>['columns'][number] }) {
  if (column.type === 'value') return <NameTag name={column.label} small />;
  return (
    <>
      {column.label}
      <small>{column.about}</small>
    </>
  );
}
