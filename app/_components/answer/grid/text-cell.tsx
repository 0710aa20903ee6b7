'use client';

import { useId, useState } from 'react';
import { type CellType, readCell } from '@/lib/exercises/browser';
import * as words from '../../../_words';
import { Pips } from '../../ui/pips';
import styles from './answer-cell.module.css';
import type { CellProps } from './cell-props';
import { useLeave } from './use-leave';

/** A cell that is typed into. It shows what it is read as while it is typed, by the reader that marks it. */
export function TextCell({ type, label, value, complaint, onChange }: CellProps & { type: CellType }) {
  const id = useId();
  const [focused, setFocused] = useState(false);
  const reading = readCell(type, value);
  const unreadable = !focused && reading.status === 'unreadable' ? reading.message : complaint;
  const preview = focused && reading.status === 'read' && reading.shown !== value ? reading.shown : null;
  // Left in its canonical form: what was typed as `10 2 3` stands there as `[10, 2, 3]`.
  const leave = useLeave(focused, () => {
    setFocused(false);
    if (reading.status === 'read' && reading.shown !== value) onChange(reading.shown);
  });
  const count = type === 'count' && reading.status === 'read' ? Number(reading.shown) : null;
  return (
    <div className={styles.wrap}>
      {count !== null && Number.isInteger(count) && (
        <span className={styles.pips}>
          <Pips count={count} />
        </span>
      )}
      <input
        type="text"
        className={`${styles.field} ${value === '' ? styles.empty : ''} ${count !== null ? styles.withPips : ''}`}
        value={value}
        aria-label={label}
        aria-invalid={unreadable ? true : undefined}
        {...((unreadable || preview) && { 'aria-describedby': id })}
        inputMode={type === 'count' ? 'numeric' : 'text'}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        data-cell-focus=""
        onChange={(event) => onChange(event.target.value)}
        onFocus={() => setFocused(true)}
        onBlur={leave}
      />
      {(unreadable || preview) && (
        <span id={id} className={unreadable ? styles.error : styles.preview}>
          {unreadable ?? words.quiz.readAs(preview ?? '')}
        </span>
      )}
    </div>
  );
}
