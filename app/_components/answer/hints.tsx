import type { PublicExercise } from '@/lib/exercises/browser';
import * as words from '../../_words';
import { Prose } from '../ui/prose';
import styles from './hints.module.css';

/** Hints, closed until asked for: where to look, never what to find. */
export function Hints({ hints }: { hints: PublicExercise['hints'] }) {
  if (hints.length === 0) return null;
  return (
    <details className={styles.hints}>
      <summary>{words.quiz.hint}</summary>
      <ul>
        {hints.map((hint) => (
          <li key={hint.text}>
            <Prose text={hint.text} />
            {hint.step !== null && (
              <span>
                {words.quiz.hintStep(hint.step)}
                {hint.column !== null && `, ${words.quiz.hintColumn(hint.column)}`}
              </span>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
