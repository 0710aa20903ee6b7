import type { MarkHistory } from '@/lib/classroom/gradebook';
import type { ActionResult } from '@/lib/web';
import * as words from '../../../_words';
import { Chip } from '../../ui/chip';
import { Panel } from '../../ui/panel';
import styles from './history.module.css';
import { OverrideForm } from './override-form';

interface AttemptsProps {
  courseId: string;
  history: Pick<MarkHistory, 'attempts' | 'timeZone'>;
  /** Null for who may look, and change nothing. */
  override: ((input: unknown) => Promise<ActionResult<unknown>>) | null;
}

/** Submitted attempts with the points of each answer, which a teacher may change. */
export function Attempts({ courseId, history: { attempts, timeZone }, override }: AttemptsProps) {
  const t = words.gradebook;
  if (attempts.length === 0) return <p className={styles.note}>{t.noAttempts}</p>;
  return attempts.map((attempt) => (
    <Panel key={attempt.attemptId} padded aria-labelledby={attempt.attemptId}>
      <h3 id={attempt.attemptId}>
        {words.quiz.attempt(attempt.number)} {attempt.counts && <Chip>{t.thisCounts}</Chip>}
      </h3>
      <p className={styles.note}>
        {t.submitted(words.assignments.instant(attempt.submittedAt, timeZone))}
        {attempt.late && `, ${words.assignments.lateBy(attempt.late)}`}
      </p>
      <ul className={styles.list}>
        {attempt.answers.map((answer) => (
          <li key={answer.answerId}>
            <b>{`${answer.label}. ${answer.title}`}</b>
            <span>
              {answer.override === null
                ? t.graded(t.points(answer.marks), t.points(answer.possible))
                : t.given(
                    t.points(answer.override),
                    t.graded(t.points(answer.marks), t.points(answer.possible)),
                  )}
            </span>
            {override && (
              <OverrideForm
                key={answer.seenOverride}
                courseId={courseId}
                answer={answer}
                override={override}
              />
            )}
          </li>
        ))}
      </ul>
    </Panel>
  ));
}
