'use client';

import { useState } from 'react';
import type { Place } from '@/lib/exercises/form/edit-yaml';
import { listAt, textAt, typedValue } from '@/lib/exercises/form/read-form';
import { AreaField } from '../../ui/area-field';
import { Field } from '../../ui/field';
import { SelectField } from '../../ui/select-field';
import { placeKey, useForm } from './form-context';

interface PlaceProps {
  place: Place;
  label: string;
  note?: string;
}

/** What the form knows of a place, as a field takes it. */
function useProblem(place: Place) {
  const error = useForm().problemAt(place);
  return { 'data-place': placeKey(place), ...(error !== undefined && { error }) };
}

/** One line of text. Where `optional`, an empty one takes the key away. */
export function TextPlace({ optional = false, ...props }: PlaceProps & { optional?: boolean }) {
  const { data, edit } = useForm();
  const { place, ...rest } = props;
  return (
    <Field
      {...rest}
      {...useProblem(place)}
      value={textAt(data, place)}
      autoComplete="off"
      onChange={({ target: { value } }) =>
        edit(value === '' && optional ? { remove: place } : { set: place, to: value })
      }
    />
  );
}

/** A number, or a placeholder for one; an empty field takes the key away. */
export function NumberPlace({ place, ...rest }: PlaceProps) {
  const { data, edit } = useForm();
  return (
    <Field
      {...rest}
      {...useProblem(place)}
      inputMode="numeric"
      autoComplete="off"
      value={textAt(data, place)}
      onChange={({ target: { value } }) =>
        edit(value.trim() === '' ? { remove: place } : { set: place, to: typedValue(value) })
      }
    />
  );
}

/** Several lines of text. */
export function AreaPlace({ place, code = false, ...rest }: PlaceProps & { code?: boolean }) {
  const { data, edit } = useForm();
  return (
    <AreaField
      {...rest}
      {...useProblem(place)}
      code={code}
      {...(code && { spellCheck: false, autoCapitalize: 'off', wrap: 'off' })}
      rows={3}
      value={textAt(data, place)}
      onChange={({ target: { value } }) => edit({ set: place, to: value })}
    />
  );
}

/** One of a list. What the file says is there even where the list does not have it. */
export function SelectPlace({
  place,
  options,
  byDefault,
  ...rest
}: PlaceProps & {
  options: readonly (readonly [value: string, text: string])[];
  /** What holds where the file says nothing; chosen, it takes the key away. */
  byDefault?: string;
}) {
  const { data, edit } = useForm();
  const value = textAt(data, place) || (byDefault ?? '');
  const known = options.some(([one]) => one === value);
  return (
    <SelectField
      {...rest}
      {...useProblem(place)}
      options={known ? options : [[value, value], ...options]}
      value={value}
      onChange={({ target }) =>
        edit(target.value === byDefault ? { remove: place } : { set: place, to: typedValue(target.value) })
      }
    />
  );
}

/** A list in one line, with commas; empty, it takes the key away. What is typed stays as it was typed. */
export function ListPlace({ place, separator = ',', ...rest }: PlaceProps & { separator?: ',' | '\n' }) {
  const { data, edit } = useForm();
  const [typed, setTyped] = useState<string | null>(null);
  const says = listAt(data, place).map(String);
  const itemsOf = (text: string) =>
    text
      .split(separator)
      .map((item) => (separator === ',' ? item.trim() : item))
      .filter((item) => item.trim() !== '');
  const isTyped = typed !== null && JSON.stringify(itemsOf(typed)) === JSON.stringify(says);
  const props = {
    ...rest,
    ...useProblem(place),
    value: isTyped ? typed : says.join(separator === ',' ? ', ' : '\n'),
    onChange: ({ target: { value } }: { target: { value: string } }) => {
      setTyped(value);
      const items = itemsOf(value).map((item) => (separator === ',' ? typedValue(item) : item));
      edit(items.length === 0 ? { remove: place } : { set: place, to: items });
    },
  };
  return separator === ',' ? (
    <Field {...props} autoComplete="off" />
  ) : (
    <AreaField {...props} code spellCheck={false} wrap="off" rows={2} />
  );
}
