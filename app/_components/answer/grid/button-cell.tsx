'use client';

import { type KeyboardEvent, useId } from 'react';
import styles from './answer-cell.module.css';
import type { CellProps } from './cell-props';

interface ButtonCellProps extends CellProps {
  /** What each button writes, the key that presses it, and its word. */
  buttons: readonly (readonly [value: string, key: string, word: string])[];
}

/** One of a few answers: one tab stop; letters or the space bar choose, the arrows walk the grid. */
export function ButtonCell({ label, value, complaint, onChange, buttons }: ButtonCellProps) {
  const id = useId();
  const values = buttons.map(([one]) => one);
  const choose = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const key = event.key.toLowerCase();
    const pressed = buttons.find(([, letter]) => letter === key);
    if (pressed) onChange(pressed[0]);
    else if (key === 'backspace' || key === 'delete') onChange('');
    else if (key === ' ') onChange(values[(values.indexOf(value) + 1) % values.length] ?? '');
    else return;
    event.preventDefault();
  };
  const focusable = values.includes(value) ? value : values[0];
  return (
    <div className={styles.wrap}>
      <div
        className={styles.buttons}
        role="radiogroup"
        aria-label={label}
        {...(complaint && { 'aria-describedby': id, 'aria-invalid': true })}
        onKeyDown={choose}
      >
        {buttons.map(([one, , word]) => (
          // biome-ignore lint/a11y/useSemanticElements: a radio of its own would move with the arrows of the grid
          <button
            key={one}
            type="button"
            role="radio"
            aria-checked={value === one}
            tabIndex={one === focusable ? 0 : -1}
            {...(one === focusable && { 'data-cell-focus': '' })}
            onClick={() => onChange(one)}
          >
            {word}
          </button>
        ))}
      </div>
      {complaint && (
        <span id={id} className={styles.error}>
          {complaint}
        </span>
      )}
    </div>
  );
}
