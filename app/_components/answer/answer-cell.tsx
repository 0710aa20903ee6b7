'use client';

import { type KeyboardEvent, useId, useState } from 'react';
import { type ColumnType, readCell } from '@/lib/exercises/browser';
import { words } from '../../_words';
import { Pips } from '../ui/pips';
import styles from './answer-cell.module.css';

interface CellProps {
  type: ColumnType;
  label: string;
  value: string;
  complaint: string | null;
  onChange: (value: string) => void;
}

/** One cell to be filled. What cannot be read is said at once, and costs nothing. */
export function AnswerCell(props: CellProps) {
  return props.type === 'freed' ? <YesNoCell {...props} /> : <TextCell {...props} />;
}

function TextCell({ type, label, value, complaint, onChange }: CellProps) {
  const id = useId();
  const [focused, setFocused] = useState(false);
  const reading = readCell(type, value);
  const unreadable = !focused && reading.status === 'unreadable' ? reading.message : complaint;
  const preview = focused && reading.status === 'read' && reading.shown !== value ? reading.shown : null;
  // Left in its canonical form: what was typed as `10 2 3` stands there as `[10, 2, 3]`.
  const leave = () => {
    setFocused(false);
    if (reading.status === 'read' && reading.shown !== value) onChange(reading.shown);
  };
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

/** Yes or no: one tab stop, Y and N or the arrows inside choose. */
function YesNoCell({ label, value, complaint, onChange }: CellProps) {
  const id = useId();
  const choose = (event: KeyboardEvent) => {
    const key = event.key.toLowerCase();
    if (key === 'y' || key === 'n') onChange(key === 'y' ? 'Yes' : 'No');
    else if (key === 'backspace' || key === 'delete') onChange('');
    else if (key === ' ') onChange(value === 'Yes' ? 'No' : 'Yes');
    else return;
    event.preventDefault();
  };
  const focusable = value === 'No' ? 'No' : 'Yes';
  return (
    <div className={styles.wrap}>
      <div
        className={styles.yesNo}
        role="radiogroup"
        aria-label={label}
        {...(complaint && { 'aria-describedby': id })}
        onKeyDown={choose}
      >
        {(['Yes', 'No'] as const).map((option) => (
          // biome-ignore lint/a11y/useSemanticElements: a radio of its own would move with the arrows of the grid
          <button
            key={option}
            type="button"
            role="radio"
            aria-checked={value === option}
            tabIndex={option === focusable ? 0 : -1}
            {...(option === focusable && { 'data-cell-focus': '' })}
            onClick={() => onChange(option)}
          >
            {option === 'Yes' ? words.quiz.yes : words.quiz.no}
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
