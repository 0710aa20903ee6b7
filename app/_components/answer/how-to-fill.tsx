import * as words from '../../_words';
import { Panel } from '../ui/panel';
import { Prose } from '../ui/prose';
import styles from './how-to-fill.module.css';
import type { KindName } from './model';

/** What can be written, and how it is marked; folded up below a question of several. */
export function HowToFill({ kind, folded = false }: { kind: KindName; folded?: boolean }) {
  const { rows, marks } = words.kinds.how[kind];
  const list = rows.length > 0 && (
    <dl>
      {rows.map(([typed, meaning]) => (
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
  );
  if (folded) {
    return (
      list && (
        <details className={styles.folded}>
          <summary>{words.quiz.howTitle}</summary>
          {list}
        </details>
      )
    );
  }
  return (
    <>
      {list && (
        <Panel padded className={styles.how}>
          <h2>{words.quiz.howTitle}</h2>
          {list}
        </Panel>
      )}
      <Panel padded className={styles.how}>
        <h2>{words.quiz.marksTitle}</h2>
        <p>
          <Prose text={marks} />
        </p>
      </Panel>
    </>
  );
}
