import type { DueAssignment } from '@/lib/classroom/assignments';
import { ownTotal } from '@/lib/classroom/gradebook';
import * as words from '../../_words';
import { points } from '../ui/format';
import styles from './assignments.module.css';

/** What the assignments of a course add up to for their student; nothing where nothing counts yet. */
export function OwnTotal({ assignments }: { assignments: readonly DueAssignment[] }) {
  const sum = ownTotal(assignments);
  if (sum === null || sum.possible === 0) return null;
  const t = words.assignments;
  const percent = Math.floor((100 * sum.points) / sum.possible);
  return (
    <p className={styles.total}>
      <b>{t.total(points(sum.points), points(sum.possible), percent)}</b> {t.totalNote}
    </p>
  );
}
