import type { AssignmentPage } from '@/lib/classroom/assignments';
import * as words from '../../_words';
import { points } from '../ui/format';
import { Panel } from '../ui/panel';
import styles from './assignments.module.css';
import { Remaining } from './remaining';

/** Until when, how often, what counts, and what late work costs: as it is for this person. */
export function Facts({ page }: { page: AssignmentPage }) {
  const { access, terms, timeZone, score, now, excuses, items } = page;
  const { opensAt, dueAt, closesAt, attempts } = access.bounds;
  const t = words.assignments;
  const until = access.phase === 'open' && dueAt ? 'due' : 'close';
  const end = until === 'due' ? dueAt : closesAt;
  const running = end && (access.phase === 'open' || access.phase === 'late');
  return (
    <Panel padded>
      <dl className={styles.facts}>
        <dt>{t.opens}</dt>
        <dd>{t.instant(opensAt, timeZone)}</dd>
        <dt>{t.due}</dt>
        <dd>
          {dueAt ? t.instant(dueAt, timeZone) : t.noDue}
          {access.late && <p>{t.lateNow(access.late)}</p>}
        </dd>
        <dt>{t.closes}</dt>
        <dd>
          {closesAt ? t.instant(closesAt, timeZone) : t.noClose}
          {closesAt && <p>{t.allowance}</p>}
        </dd>
        <dt>{t.attempts}</dt>
        <dd>
          {attempts === null || access.attempts.left === null
            ? t.attemptsFree
            : t.attemptsLeft(access.attempts.left, attempts)}
          <p>{t.counting[terms.counting]}</p>
        </dd>
        <dt>{t.late}</dt>
        <dd>{t.latePolicy(terms)}</dd>
        <dt>{t.marks}</dt>
        <dd>
          {excuses.whole
            ? t.excusedBy(excuses.whole)
            : score
              ? t.score(points(score.points), points(score.possible))
              : access.feedback.allowed
                ? t.noAttempts
                : t.reason(access.feedback.reason, timeZone)}
          {score?.late && <p>{t.lateBy(score.late)}</p>}
          {items.map(({ position, title, of }) => {
            const excuse = of.type === 'exercise' ? excuses.exercises.get(of.exerciseId) : undefined;
            return excuse && <p key={position}>{`${title}: ${t.excusedBy(excuse)}`}</p>;
          })}
        </dd>
      </dl>
      {running && (
        <div className={styles.timer}>
          <Remaining key={now.getTime()} now={now.getTime()} until={end.getTime()} what={until} />
        </div>
      )}
    </Panel>
  );
}
