'use client';

import { listAt } from '@/lib/exercises/form/read-form';
import type { Plain } from '@/lib/exercises/form/styled';
import * as words from '../../../_words';
import styles from './form.module.css';
import { placeKey, useForm } from './form-context';

/** A misconception that an exercise may be meant to tell apart. */
export interface Belief {
  readonly id: string;
  readonly title: string;
  /** What somebody believes, in a sentence. */
  readonly belief: string;
}

/** The misconceptions that the exercise is meant to tell apart, each with the belief in words. */
export function BeliefChoice({ beliefs }: { beliefs: readonly Belief[] }) {
  const t = words.exerciseForm.beliefs;
  const { data, edit, problemAt } = useForm();
  const place = ['misconceptions'];
  const chosen = listAt(data, place).map(String);
  const problem = problemAt(place);
  const put = (id: string, on: boolean) => {
    const next: Plain = on ? [...chosen, id] : chosen.filter((one) => one !== id);
    edit(next.length === 0 ? { remove: place } : { set: place, to: next });
  };
  return (
    <details className={styles.beliefs} open={problem !== undefined || undefined}>
      <summary data-place={placeKey(place)}>
        {t.title} <span>{t.chosen(chosen.length)}</span>
      </summary>
      <p className={styles.note}>{t.note}</p>
      {problem && <p className={styles.error}>{problem}</p>}
      <ul>
        {beliefs.map(({ id, title, belief }) => (
          <li key={id}>
            <label>
              <input
                type="checkbox"
                checked={chosen.includes(id)}
                onChange={({ target }) => put(id, target.checked)}
              />
              <span>
                <b>{title}</b>
                <small>{belief}</small>
              </span>
            </label>
          </li>
        ))}
      </ul>
    </details>
  );
}
