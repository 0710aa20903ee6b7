'use client';

import { ArrowDown, ArrowUp, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import * as words from '../../_words';
import styles from '../assignments/assignments.module.css';
import { Button } from '../ui/button';
import { Field } from '../ui/field';
import { errorOf } from './form-fields';

/** An item in a form; points are what is typed. */
export type ItemValue =
  | { readonly type: 'exercise'; readonly id: string; readonly title: string; readonly points: string }
  | { readonly type: 'lesson'; readonly id: string; readonly title: string };

interface ItemListProps {
  items: readonly ItemValue[];
  /** By field: 'items', 'items.2.points'. */
  errors: Readonly<Record<string, string>>;
  onChange: (items: readonly ItemValue[]) => void;
}

/** Items in their order, with points; moved by buttons or by Alt and an arrow key, and taken out. */
export function ItemList({ items, errors, onChange }: ItemListProps) {
  const t = words.assignments.field;
  const [said, setSaid] = useState('');
  const held = useRef<HTMLElement | null>(null);
  // What moves in the page loses the focus: it is given back, so that the next press moves on.
  useEffect(() => {
    if (items.length > 0) held.current?.focus();
    held.current = null;
  }, [items]);
  const move = (from: number, by: number) => {
    const moved = items[from];
    // The first goes no further up, the last no further down.
    if (!moved || from + by < 0 || from + by >= items.length) return;
    held.current = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    const rest = items.filter((_, index) => index !== from);
    onChange([...rest.slice(0, from + by), moved, ...rest.slice(from + by)]);
    setSaid(t.moved(moved.title, from + by + 1));
  };
  const keys = (event: KeyboardEvent, index: number) => {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!event.altKey || by === undefined) return;
    event.preventDefault();
    move(index, by);
  };
  return (
    <>
      <ol>
        {items.map((item, index) => (
          <li key={item.id} className={styles.item} onKeyDown={(event) => keys(event, index)}>
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
    </>
  );
}
