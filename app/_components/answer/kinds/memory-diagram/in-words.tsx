import * as words from '../../../../_words';
import type { ExerciseOf } from '../../model';
import type { Drawing } from './drawing';
import { drawnParts } from './drawn-parts';
import styles from './memory-diagram.module.css';

/** The drawing as a list, for who cannot see it and for who wants to check it. */
export function InWords({
  exercise,
  drawing,
}: {
  exercise: Pick<ExerciseOf<'memory-diagram'>, 'names'>;
  drawing: Drawing;
}) {
  const t = words.kinds.diagram;
  return (
    <details className={styles.words}>
      <summary>{t.inWords}</summary>
      <ul>
        {drawnParts(exercise, drawing).map(({ id, label, text }) => (
          <li key={id}>
            {label}: {text || t.blank}
          </li>
        ))}
      </ul>
    </details>
  );
}
