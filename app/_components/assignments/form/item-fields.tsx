'use client';

import { ArrowDown, ArrowUp, X } from 'lucide-react';
import { useState } from 'react';
import type { Choices } from '@/lib/classroom/assignments';
import * as words from '../../../_words';
import { Button } from '../../ui/button';
import { Field } from '../../ui/field';
import styles from '../assignments.module.css';
import { Choice } from './choice';
import type { ItemValue } from './values';

interface ItemFieldsProps {
  items: readonly ItemValue[];
  choices: Pick<Choices, 'exercises' | 'lessons'>;
  /** By field: 'items', 'items.2.points'. */
  errors: Readonly<Record<string, string>>;
  onChange: (items: readonly ItemValue[]) => void;
}

/** The items of an assignment in their order: points, moved and taken out by buttons, added from lists. */
export function ItemFields({ items, choices, errors, onChange }: ItemFieldsProps) {
  const t = words.assignments.field;
  const [said, setSaid] = useState('');
  const wrong = errorOf(errors, 'items').error;
  const taken = new Set(items.map(({ id }) => id));
  const move = (from: number, by: number) => {
    const moved = items[from];
    // The first goes no further up, the last no further down.
    if (!moved || from + by < 0 || from + by >= items.length) return;
    const rest = items.filter((_, index) => index !== from);
    onChange([...rest.slice(0, from + by), moved, ...rest.slice(from + by)]);
    setSaid(t.moved(moved.title, from + by + 1));
  };
  const add = (type: ItemValue['type'], id: string) => {
    const offered = type === 'exercise' ? choices.exercises : choices.lessons;
    const one = offered.find((choice) => choice.id === id);
    if (!one) return;
    const { title } = one;
    onChange([...items, type === 'exercise' ? { type, id, title, points: '10' } : { type, id, title }]);
  };
  const offers = (list: readonly { id: string; title: string }[]) => [
    ['', t.choose] as const,
    ...list.filter(({ id }) => !taken.has(id)).map(({ id, title }) => [id, title] as const),
  ];
  return (
    <section aria-label={words.assignments.items}>
      <h2>{words.assignments.items}</h2>
      {wrong && (
        <p className={styles.error} data-field-error="items" tabIndex={-1}>
          {wrong}
        </p>
      )}
      {items.length === 0 && <p className={styles.note}>{t.noItems}</p>}
      <ol>
        {items.map((item, index) => (
          <li key={item.id} className={styles.item}>
            <b>{item.title}</b>
            {item.type === 'exercise' ? (
              <Field
                label={t.points(item.title)}
                inputMode="decimal"
                value={item.points}
                {...errorOf(errors, `items.${index}.points`)}
                onChange={(event) =>
                  onChange(
                    items.map((one) => (one.id === item.id ? { ...item, points: event.target.value } : one)),
                  )
                }
              />
            ) : (
              <span>{words.assignments.read}</span>
            )}
            <span className={styles.buttons}>
              <Button small aria-label={t.up(item.title)} onClick={() => move(index, -1)}>
                <ArrowUp size={16} aria-hidden="true" />
              </Button>
              <Button small aria-label={t.down(item.title)} onClick={() => move(index, 1)}>
                <ArrowDown size={16} aria-hidden="true" />
              </Button>
              <Button
                small
                aria-label={t.remove(item.title)}
                onClick={() => onChange(items.filter(({ id }) => id !== item.id))}
              >
                <X size={16} aria-hidden="true" />
              </Button>
            </span>
          </li>
        ))}
      </ol>
      <p className="sr" role="status">
        {said}
      </p>
      <div className={styles.row}>
        <Choice
          label={t.addExercise}
          value=""
          options={offers(choices.exercises)}
          onChange={(id) => add('exercise', id)}
        />
        <Choice
          label={t.addLesson}
          value=""
          options={offers(choices.lessons)}
          onChange={(id) => add('lesson', id)}
        />
      </div>
    </section>
  );
}

/** The error of a field, as its component takes it. */
export function errorOf(errors: Readonly<Record<string, string>>, field: string): { error?: string } {
  const error = errors[field];
  return error === undefined ? {} : { error };
}
