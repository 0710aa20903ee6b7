'use client';

import { useId } from 'react';
import { words } from '../../_words';
import { Prose } from '../ui/prose';
import styles from './choice-question.module.css';
import type { Choice, ChoiceAnswer } from './model';

interface ChoiceProps {
  exercise: Choice;
  answer: ChoiceAnswer;
  onChange: (answer: ChoiceAnswer) => void;
  disabled?: boolean;
}

/** One of several answers, or all that are true. */
export function ChoiceQuestion({ exercise, answer, onChange, disabled = false }: ChoiceProps) {
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
    <fieldset className={styles.options} disabled={disabled}>
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

export function OptionText({ text, code }: { text: string; code: boolean }) {
  return code ? (
    <code>{text}</code>
  ) : (
    <span>
      <Prose text={text} />
    </span>
  );
}
