'use client';

import { ArrowDown, ArrowUp, Plus, X } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import type { Place } from '@/lib/exercises/form/edit-yaml';
import { listAt } from '@/lib/exercises/form/read-form';
import type { Plain } from '@/lib/exercises/form/styled';
import * as words from '../../../_words';
import { Button } from '../../ui/button';
import { IconButton } from '../../ui/icon-button';
import styles from './form.module.css';
import { placeKey, useForm } from './form-context';

interface ListProps {
  place: Place;
  title: string;
  note?: string;
  /** What one item is called, with its number: 'Hint 2'. */
  itemName: (n: number) => string;
  /** The item that is added. */
  fresh: () => Plain;
  add: string;
  /** Whether an empty list takes the key away. */
  optional?: boolean;
  children: (item: unknown, place: Place, n: number) => ReactNode;
}

/** Items in their order: added, taken out, and moved by buttons or by Alt and an arrow key. */
export function ListEditor({
  place,
  title,
  note,
  itemName,
  fresh,
  add,
  optional = false,
  children,
}: ListProps) {
  const t = words.exerciseForm.list;
  const { data, edit, problemAt } = useForm();
  const items = listAt(data, place);
  const id = useId();
  const root = useRef<HTMLElement>(null);
  const [said, setSaid] = useState('');
  /** What is to have the focus once the list has changed. */
  const next = useRef<((list: HTMLElement) => HTMLElement | null | undefined) | null>(null);
  useEffect(() => {
    if (root.current !== null) next.current?.(root.current)?.focus();
    next.current = null;
  });
  const move = (from: number, by: number) => {
    const to = from + by;
    if (to < 0 || to >= items.length || root.current === null) return;
    // The same field of the item, wherever the item stands then.
    const at = controlsOf(root.current, from).indexOf(document.activeElement as HTMLElement);
    next.current = (list) => controlsOf(list, to)[Math.max(at, 0)];
    edit({ move: place, from, to });
    setSaid(t.moved(itemName(from + 1), to + 1));
  };
  const keys = (event: KeyboardEvent, n: number) => {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!event.altKey || by === undefined) return;
    event.preventDefault();
    move(n, by);
  };
  const remove = (n: number) => {
    next.current = (list) =>
      list.querySelector<HTMLElement>(
        items.length === 1 ? '[data-add]' : `[data-item="${Math.min(n, items.length - 2)}"] [data-remove]`,
      );
    edit({ remove: optional && items.length === 1 ? place : [...place, n] });
    setSaid(t.removed(itemName(n + 1)));
  };
  const append = () => {
    next.current = (list) =>
      controlsOf(list, items.length).find((one) => !(one instanceof HTMLButtonElement));
    edit({ insert: place, at: items.length, item: fresh() });
  };
  const problem = problemAt(place);
  return (
    <section ref={root} className={styles.part} aria-labelledby={id}>
      <h3 id={id} tabIndex={-1} data-place={placeKey(place)}>
        {title}
      </h3>
      {note && <p className={styles.note}>{note}</p>}
      {problem && <p className={styles.error}>{problem}</p>}
      {items.length > 0 && (
        <ol className={styles.items}>
          {items.map((item, n) => (
            <li
              // biome-ignore lint/suspicious/noArrayIndexKey: an item is known by its place in the file alone
              key={n}
              data-item={n}
              onKeyDown={(event) => keys(event, n)}
            >
              <div className={styles.itemHead}>
                <b>{itemName(n + 1)}</b>
                <IconButton label={t.up(itemName(n + 1))} aria-disabled={n === 0} onClick={() => move(n, -1)}>
                  <ArrowUp size={16} aria-hidden="true" />
                </IconButton>
                <IconButton
                  label={t.down(itemName(n + 1))}
                  aria-disabled={n === items.length - 1}
                  onClick={() => move(n, 1)}
                >
                  <ArrowDown size={16} aria-hidden="true" />
                </IconButton>
                <IconButton label={t.remove(itemName(n + 1))} data-remove="" onClick={() => remove(n)}>
                  <X size={16} aria-hidden="true" />
                </IconButton>
              </div>
              {children(item, [...place, n], n + 1)}
            </li>
          ))}
        </ol>
      )}
      <div>
        <Button small data-add="" onClick={append}>
          <Plus size={16} aria-hidden="true" /> {add}
        </Button>
      </div>
      <p className="sr" role="status">
        {said}
      </p>
    </section>
  );
}

/** What takes the focus in one item, in its order. */
const controlsOf = (list: HTMLElement, item: number): HTMLElement[] => [
  ...list.querySelectorAll<HTMLElement>(`[data-item="${item}"] :is(input, select, textarea, button)`),
];
