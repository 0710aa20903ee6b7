'use client';

import { type KeyboardEvent, useEffect, useRef } from 'react';
import * as words from '../../../../_words';
import { Prose } from '../../../ui/prose';
import type { KindProps } from '../../model';
import { moveLine, type Place, shiftLine } from './move-line';
import styles from './order.module.css';
import { OrderLine } from './order-line';
import { useDrag } from './use-drag';

/** Lines to be put in order: by dragging, by the buttons of each line, or by the keyboard alone. */
export function Order({
  exercise,
  answer,
  onChange,
  onSay,
}: KindProps<'order'> & { onSay: (text: string) => void }) {
  const t = words.kinds.order;
  const lines = new Map(exercise.lines.map((line) => [line.id, line.text]));
  const program = answer.lines.filter((id) => lines.has(id));
  const pool = exercise.lines.map(({ id }) => id).filter((id) => !program.includes(id));
  const root = useRef<HTMLDivElement>(null);
  const refocus = useRef<string | null>(null);
  useEffect(() => {
    // The line that was moved keeps the focus, wherever it stands now.
    if (refocus.current === null) return;
    root.current?.querySelector<HTMLElement>(`[data-line="${refocus.current}"] [data-handle]`)?.focus();
    refocus.current = null;
  });
  const textOf = (id: string) => lines.get(id) ?? '';
  const place = (id: string, next: readonly string[] | null) => {
    if (next === null) return;
    refocus.current = id;
    onChange({ kind: 'order', lines: [...next] });
    const at = next.indexOf(id);
    if (at < 0) onSay(t.removed(textOf(id)));
    else if (program.includes(id)) onSay(t.movedTo(textOf(id), at + 1, next.length));
    else onSay(t.added(textOf(id), at + 1));
  };
  const put = (id: string, to: Place) => place(id, moveLine(program, id, to));
  const { dragged, over, start } = useDrag(root, put);
  const onKeyDown = (event: KeyboardEvent, id: string) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const inside = program.includes(id);
    const done = () => event.preventDefault();
    if (event.key === 'ArrowUp' && inside) place(id, shiftLine(program, id, -1));
    else if (event.key === 'ArrowDown' && inside) place(id, shiftLine(program, id, 1));
    else if (inside && (event.key === 'Delete' || event.key === 'Backspace')) put(id, 'pool');
    else if (!inside && (event.key === 'Enter' || event.key === ' ')) put(id, program.length);
    else if (!event.key.startsWith('Arrow')) return;
    done();
  };
  const lineProps = (id: string) => ({
    id,
    text: textOf(id),
    isDragged: dragged === id,
    onKeyDown: (event: KeyboardEvent) => onKeyDown(event, id),
    onDrag: start(id),
  });
  const dropAt = (index: number) => (over === index ? (styles.before ?? '') : '');
  return (
    <div ref={root} className={styles.order}>
      <div className={styles.goals}>
        <p className={styles.title}>{t.goals}</p>
        <ul>
          {exercise.goals.map((goal) => (
            <li key={goal.id}>
              <Prose text={goal.sentence} />
            </li>
          ))}
        </ul>
      </div>
      <section className={styles.column} aria-label={t.program}>
        <p className={styles.title}>{t.program}</p>
        {exercise.head !== '' && (
          <pre className={styles.head} title={t.fixed}>
            {exercise.head.replace(/\n+$/, '')}
          </pre>
        )}
        <ol className={`${styles.list} ${styles.program}`} data-drop="program" aria-label={t.program}>
          {program.map((id, index) => (
            <OrderLine
              key={id}
              {...lineProps(id)}
              className={dropAt(index)}
              label={t.line(textOf(id), index + 1, program.length)}
              onUp={index > 0 ? () => place(id, shiftLine(program, id, -1)) : null}
              onDown={index < program.length - 1 ? () => place(id, shiftLine(program, id, 1)) : null}
              onRemove={() => put(id, 'pool')}
            />
          ))}
          {(program.length === 0 || over === program.length) && (
            <li className={`${styles.empty} ${dropAt(program.length)}`} aria-hidden={program.length > 0}>
              {program.length === 0 && t.programEmpty}
            </li>
          )}
        </ol>
      </section>
      <section className={styles.column} aria-label={t.pool}>
        <p className={styles.title}>{t.pool}</p>
        <ul
          className={`${styles.list} ${over === 'pool' ? styles.target : ''}`}
          data-drop="pool"
          aria-label={t.pool}
        >
          {pool.map((id) => (
            <OrderLine
              key={id}
              {...lineProps(id)}
              className=""
              label={t.poolLine(textOf(id))}
              onAdd={() => put(id, program.length)}
            />
          ))}
          {pool.length === 0 && <li className={styles.empty}>{t.poolEmpty}</li>}
        </ul>
      </section>
      <p className={styles.keys}>{t.keys}</p>
    </div>
  );
}
