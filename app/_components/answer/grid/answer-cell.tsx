'use client';

import { useId } from 'react';
import type { CellType } from '@/lib/exercises/browser';
import * as words from '../../../_words';
import styles from './answer-cell.module.css';
import { ButtonCell } from './button-cell';
import type { CellProps } from './cell-props';
import { TextCell } from './text-cell';

interface AnyCellProps extends CellProps {
  type: CellType;
  options: readonly { readonly value: string; readonly text: string }[];
}

/** What the buttons of a cell write, the key that presses each, and its word. */
const BUTTONS = {
  freed: [
    ['Yes', 'y', words.quiz.yes],
    ['No', 'n', words.quiz.no],
  ],
  how: [
    ['by reference count', 'r', words.kinds.collection.byCount],
    ['by the collector', 'c', words.kinds.collection.byCollector],
    ['never', 'n', words.kinds.collection.never],
  ],
} as const;

/** One cell to be filled. What cannot be read is said at once, and costs nothing. */
export function AnswerCell({ type, options, ...props }: AnyCellProps) {
  if (type === 'freed' || type === 'how') return <ButtonCell {...props} buttons={BUTTONS[type]} />;
  if (options.length > 0) return <ListCell {...props} options={options} />;
  return <TextCell {...props} type={type} />;
}

/** One of a list, such as the steps of a program. */
function ListCell({
  label,
  value,
  complaint,
  onChange,
  options,
}: CellProps & { options: AnyCellProps['options'] }) {
  const id = useId();
  return (
    <div className={styles.wrap}>
      <select
        className={`${styles.field} ${styles.list} ${value === '' ? styles.empty : ''}`}
        value={value}
        aria-label={label}
        aria-invalid={complaint ? true : undefined}
        {...(complaint && { 'aria-describedby': id })}
        data-cell-focus=""
        onChange={(event) => onChange(event.target.value)}
      >
        <option value="">{words.quiz.chooseOne}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>
      {complaint && (
        <span id={id} className={styles.error}>
          {complaint}
        </span>
      )}
    </div>
  );
}
