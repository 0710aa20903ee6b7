'use client';

import type { Place } from '@/lib/exercises/form/edit-yaml';
import { textAt, typedValue, valueAt } from '@/lib/exercises/form/read-form';
import * as words from '../../../_words';
import { Field } from '../../ui/field';
import { SelectField } from '../../ui/select-field';
import styles from './form.module.css';
import { placeKey, useForm } from './form-context';

const ways = ['first', 'after', 'line'] as const;
type Way = (typeof ways)[number];

/** An object, told by a name that refers to it, by a name after a step, or by the line that makes it. */
export function ObjectPlace({ place, label }: { place: Place; label: string }) {
  const t = words.exerciseForm.object;
  const { data, edit, problemAt } = useForm();
  const value = valueAt(data, place);
  const isMap = typeof value === 'object' && value !== null;
  const way: Way = !isMap ? 'first' : 'line' in value ? 'line' : 'after';
  const name = isMap ? textAt(value, ['name']) : textAt(data, place);
  const number = isMap ? textAt(value, [way === 'line' ? 'line' : 'step']) : '';
  const error = problemAt(place);
  const put = (to: Way, newName: string, newNumber: string) =>
    edit({
      set: place,
      to:
        to === 'first'
          ? newName
          : to === 'line'
            ? { line: typedValue(newNumber) }
            : { name: newName, step: typedValue(newNumber) },
    });
  return (
    <div className={styles.row} data-place={placeKey(place)} tabIndex={-1}>
      <SelectField
        label={label}
        options={ways.map((one) => [one, t.way[one]])}
        value={way}
        onChange={({ target }) =>
          put(ways.find((one) => one === target.value) ?? 'first', name || 'A', number || '1')
        }
      />
      {way !== 'line' && (
        <Field
          label={t.name}
          autoComplete="off"
          value={name}
          {...(error !== undefined && { error })}
          onChange={({ target }) => put(way, target.value, number)}
        />
      )}
      {way !== 'first' && (
        <Field
          label={way === 'line' ? t.line : t.step}
          inputMode="numeric"
          autoComplete="off"
          value={number}
          {...(error !== undefined && { error })}
          onChange={({ target }) => put(way, name, target.value)}
        />
      )}
    </div>
  );
}
