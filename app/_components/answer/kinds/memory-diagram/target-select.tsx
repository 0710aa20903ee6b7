'use client';

import { useId } from 'react';
import { readCell } from '@/lib/exercises/browser';
import * as words from '../../../../_words';
import { type Drawing, drawnHue, drawnName, objectOf, type Target } from './drawing';
import styles from './target-select.module.css';

interface TargetProps {
  label: string;
  /** The name of the field for a value. */
  valueLabel: string;
  drawing: Drawing;
  target: Target;
  /** Names may be undefined; slots are there or not. */
  withUnbound: boolean;
  onSet: (target: Target) => void;
}

/** What something refers to: an object of the drawing, a value, nothing. */
export function TargetSelect({ label, valueLabel, drawing, target, withUnbound, onSet }: TargetProps) {
  const t = words.kinds.diagram;
  const object = objectOf(target);
  const isValue = target !== undefined && target !== null && 'value' in target;
  const chosen = object !== null ? `object ${object}` : isValue ? 'value' : target === null ? 'unbound' : '';
  const choose = (choice: string) => {
    if (choice.startsWith('object ')) onSet({ object: choice.slice(7) });
    else if (choice === 'value') onSet({ value: '' });
    else onSet(choice === 'unbound' ? null : undefined);
  };
  const hue = drawnHue(drawing, object);
  return (
    <div className={styles.target}>
      <select
        className={`${styles.select} ${hue > 0 ? `o${hue}` : ''} ${chosen === '' ? styles.blank : ''}`}
        aria-label={label}
        value={chosen}
        onChange={(event) => choose(event.target.value)}
      >
        <option value="">{t.blank}</option>
        {withUnbound && <option value="unbound">{t.unbound}</option>}
        {drawing.objects.map((one) => (
          <option key={one.id} value={`object ${one.id}`}>
            {drawnName(drawing, one.id)}
          </option>
        ))}
        <option value="value">{t.valueOption}</option>
      </select>
      {isValue && (
        <ValueField label={valueLabel} value={target.value} onChange={(value) => onSet({ value })} />
      )}
    </div>
  );
}

/** A value without a box of its own, with what it is read as. */
function ValueField({
  label,
  value,
  onChange,
}: {
  label: string;
  value: string;
  onChange: (value: string) => void;
}) {
  const id = useId();
  const reading = readCell('value', value);
  const note =
    reading.status === 'unreadable'
      ? reading.message
      : reading.status === 'read' && reading.shown !== value
        ? words.quiz.readAs(reading.shown)
        : null;
  return (
    <div>
      <input
        type="text"
        className={styles.value}
        aria-label={label}
        aria-invalid={reading.status === 'unreadable' ? true : undefined}
        {...(note && { 'aria-describedby': id })}
        value={value}
        maxLength={200}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        onChange={(event) => onChange(event.target.value)}
      />
      {note && (
        <span id={id} className={reading.status === 'unreadable' ? styles.error : styles.note}>
          {note}
        </span>
      )}
    </div>
  );
}
