'use client';

import { textAt } from '@/lib/exercises/form/read-form';
import * as words from '../../../../_words';
import { SelectField } from '../../../ui/select-field';
import styles from '../form.module.css';
import { useForm } from '../form-context';
import { ListEditor } from '../list-editor';
import { ObjectPlace } from '../object-place';
import { ListPlace, NumberPlace, TextPlace } from '../place-fields';

const types = ['value', 'count', 'freed', 'same', 'output'] as const;
type ColumnType = (typeof types)[number];

const typeOf = (column: unknown): ColumnType =>
  types.find((type) => typeof column === 'object' && column !== null && type in column) ?? 'value';

/** The columns and the rows of a trace table. Which cells are given is chosen in the answer table itself. */
export function TraceTablePart() {
  const t = words.exerciseForm.table;
  const { edit } = useForm();
  return (
    <>
      <ListEditor
        place={['columns']}
        title={t.columns}
        itemName={t.column}
        add={t.addColumn}
        fresh={() => ({ value: 'A' })}
      >
        {(column, place) => {
          const type = typeOf(column);
          const about = textAt(column, [type]);
          const name = /^[A-Za-z_]\w*$/.test(about) && about !== 'true' ? about : 'A';
          const label = textAt(column, ['label']);
          return (
            <div className={styles.row}>
              <SelectField
                label={t.asks}
                options={types.map((one) => [one, t.type[one]])}
                value={type}
                onChange={({ target }) => {
                  const next = types.find((one) => one === target.value) ?? 'value';
                  edit({
                    set: place,
                    to: { [next]: next === 'output' ? true : name, ...(label !== '' && { label }) },
                  });
                }}
              />
              {(type === 'value' || type === 'same') && <TextPlace place={[...place, type]} label={t.name} />}
              {(type === 'count' || type === 'freed') && (
                <ObjectPlace place={[...place, type]} label={t.object} />
              )}
              <TextPlace place={[...place, 'label']} label={t.heading} optional />
            </div>
          );
        }}
      </ListEditor>
      <div className={styles.row}>
        <ListPlace place={['steps']} label={t.steps} note={t.stepsNote} />
        <NumberPlace place={['followThrough']} label={t.followThrough} note={t.followThroughNote} />
      </div>
      <p className={styles.note}>{t.given}</p>
    </>
  );
}
