'use client';

import type { Place } from '@/lib/exercises/form/edit-yaml';
import { textAt, valueAt } from '@/lib/exercises/form/read-form';
import type { Plain } from '@/lib/exercises/form/styled';
import * as words from '../../../../_words';
import { SelectField } from '../../../ui/select-field';
import styles from '../form.module.css';
import { placeKey, useForm } from '../form-context';
import { ObjectPlace } from '../object-place';
import { NumberPlace, TextPlace } from '../place-fields';

const types = ['value', 'count', 'freed', 'same', 'stepWhere'] as const;
type AskType = (typeof types)[number];

const begun = (type: AskType): Plain =>
  type === 'stepWhere' ? { stepWhere: { count: 0, of: 'A' } } : { [type]: 'A', step: 'end' };

/** A question about the trace. Where `optional`, it may be left out: each option has a claim of its own then. */
export function AskPlace({
  place,
  title,
  optional = false,
}: {
  place: Place;
  title: string;
  optional?: boolean;
}) {
  const t = words.exerciseForm.ask;
  const { data, edit, problemAt } = useForm();
  const asked = valueAt(data, place);
  const type = types.find((one) => typeof asked === 'object' && asked !== null && one in asked) ?? '';
  const error = problemAt(place);
  return (
    <div className={styles.row} data-place={placeKey(place)} tabIndex={-1}>
      <SelectField
        label={title}
        {...(error !== undefined && { error })}
        options={[
          ...(optional || type === '' ? ([['', t.none]] as const) : []),
          ...types.map((one) => [one, t.type[one]] as const),
        ]}
        value={type}
        onChange={({ target }) => {
          const next = types.find((one) => one === target.value);
          edit(next === undefined ? { remove: place } : { set: place, to: begun(next) });
        }}
      />
      {(type === 'value' || type === 'same') && <TextPlace place={[...place, type]} label={t.name} />}
      {(type === 'count' || type === 'freed') && <ObjectPlace place={[...place, type]} label={t.object} />}
      {type === 'stepWhere' ? (
        <>
          <NumberPlace place={[...place, type, 'count']} label={t.count} />
          <ObjectPlace place={[...place, type, 'of']} label={t.object} />
        </>
      ) : (
        type !== '' && <NumberPlace place={[...place, 'step']} label={t.step} note={t.stepNote} />
      )}
      {type === '' && asked !== undefined && <p className={styles.note}>{textAt(data, place) || t.asText}</p>}
    </div>
  );
}
