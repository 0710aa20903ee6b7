import { Clock, PencilLine } from 'lucide-react';
import type { Mark } from '@/lib/classroom/gradebook/rules';
import { gradebook } from '../../_words/gradebook';
import styles from './gradebook.module.css';

/** A mark by text and signs, none of which is a colour alone. The accessible name says it in words. */
export function MarkText({ mark }: { mark: Mark }) {
  const t = gradebook;
  const signs = mark.late || mark.overridden || mark.partly;
  return (
    <>
      <b className={styles[mark.state]}>
        {mark.state === 'scored' ? t.points(mark.points ?? 0) : t.short[mark.state]}
      </b>
      {signs && (
        <span className={styles.signs}>
          {mark.late && (
            <span>
              <Clock size={11} aria-hidden="true" />
              {t.latePercent(mark.latePercent)}
            </span>
          )}
          {mark.overridden && <PencilLine size={12} aria-hidden="true" />}
          {mark.partly && t.short.excused}
        </span>
      )}
    </>
  );
}
