import { CalendarDays, RotateCcw } from 'lucide-react';
import * as words from '../../_words';
import { dateTime } from '../ui/format';
import styles from './attempt-meta.module.css';
import { DraftStatus } from './draft/draft-status';
import type { DraftStatus as Status } from './draft/use-drafts';

/** What an attempt is bound by; null for what does not bind it. */
export interface AttemptLimits {
  /** How many attempts there may be. */
  readonly attempts: number | null;
  readonly dueAt: Date | null;
}

/** Until when, which attempt of how many, and whether what is typed is saved. */
export function AttemptMeta({
  number,
  limits,
  status,
}: {
  number: number;
  limits: AttemptLimits | null;
  status: Status;
}) {
  const t = words.quiz;
  return (
    <div className={styles.meta}>
      {limits?.dueAt && (
        <span>
          <CalendarDays size={15} aria-hidden="true" />
          <time dateTime={limits.dueAt.toISOString()}>{t.due(dateTime(limits.dueAt))}</time>
        </span>
      )}
      <span>
        <RotateCcw size={15} aria-hidden="true" />
        {limits?.attempts ? t.attemptOf(number, limits.attempts) : t.attempt(number)}
      </span>
      <DraftStatus status={status} />
    </div>
  );
}
