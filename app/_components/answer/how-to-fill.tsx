import { words } from '../../_words';
import { Prose } from '../ui/prose';
import styles from './how-to-fill.module.css';

/** What can be typed into a cell. */
export function HowToFill() {
  return (
    <details className={styles.how}>
      <summary>{words.quiz.howTitle}</summary>
      <dl>
        {words.quiz.howRows.map(([typed, meaning]) => (
          <div key={typed}>
            <dt>
              <kbd>{typed}</kbd>
            </dt>
            <dd>
              <Prose text={meaning} />
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
