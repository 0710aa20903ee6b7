import * as words from '../../_words';
import styles from './count.module.css';
import { Pips } from './pips';

export interface CountProps {
  /** null: the object is never freed, its count means nothing. */
  count: number | null;
  /** The count before this step, when it changed. */
  before?: number | null;
}

/** How a reference count looks: outlined for one, filled for more, dashed for none. */
export function countLook(count: number | null): string {
  const kind =
    count === null ? styles.immortal : count === 0 ? styles.zero : count === 1 ? styles.one : styles.many;
  return `${styles.badge} ${kind}`;
}

/** The face of a badge: dots and number. */
export function CountFace({ count }: { count: number | null }) {
  if (count === null) return <span className={styles.word}>{words.count.immortal}</span>;
  return (
    <>
      <Pips count={count} />
      <b>{count}</b>
    </>
  );
}

/** A reference count that is read, not opened: in tables and in answers. */
export function Count({ count, before = null }: CountProps) {
  const changed = before !== null && before !== count;
  return (
    <span className={styles.wrap}>
      {changed && <span className={styles.was}>{before} →</span>}
      <span className={`${countLook(count)} ${changed ? styles.now : ''}`}>
        <CountFace count={count} />
      </span>
    </span>
  );
}
