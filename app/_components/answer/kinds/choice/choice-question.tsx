'use client';

import { useId } from 'react';
import * as words from '../../../../_words';
import type { KindProps } from '../../model';
import styles from './choice-question.module.css';
import { OptionText } from './option-text';

/** One of several answers, or all that are true. */
export function ChoiceQuestion({ exercise, answer, onChange }: KindProps<'choice'>) {
  const name = useId();
  const toggle = (id: string) => {
    const others = answer.chosen.filter((chosen) => chosen !== id);
    const chosen = exercise.several
      ? others.length < answer.chosen.length
        ? others
        : [...others, id]
      : [id];
    onChange({ kind: 'choice', chosen });
  };
  return (
    <fieldset className={styles.options}>
      <legend>{exercise.several ? words.quiz.selectSeveral : words.quiz.select}</legend>
      {exercise.options.map((option) => (
        <label key={option.id} className={styles.option}>
          <input
            type={exercise.several ? 'checkbox' : 'radio'}
            name={name}
            checked={answer.chosen.includes(option.id)}
            onChange={() => toggle(option.id)}
          />
          <OptionText text={option.text} code={option.code} />
        </label>
      ))}
    </fieldset>
  );
}
