import Link from 'next/link';
import type { DueAssignment } from '@/lib/classroom/assignments';
import * as words from '../../_words';
import { Chip } from '../ui/chip';
import { points } from '../ui/format';
import { Panel } from '../ui/panel';
import styles from './assignments.module.css';

const tones = { upcoming: 'plain', open: 'ok', late: 'carry', closed: 'plain' } as const;

/** Assignments of one course, what is due first on top. */
export function DueList({ assignments }: { assignments: readonly DueAssignment[] }) {
  const t = words.assignments;
  return (
    <Panel className={styles.list ?? ''}>
      <ul>
        {assignments.map((one) => (
          <li key={one.assignmentId} data-assignment={one.assignmentId}>
            <Link href={`/assignments/${one.courseId}/${one.assignmentId}`} prefetch={false}>
              {one.title}
            </Link>
            <Chip tone={tones[one.access.phase]}>{t.phase[one.access.phase]}</Chip>
            <span>{whenText(one)}</span>
            <span className={styles.end}>{standingText(one)}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function whenText({ access: { phase, bounds }, timeZone }: DueAssignment): string {
  const t = words.assignments;
  if (phase === 'upcoming') return `${t.opens} ${t.instant(bounds.opensAt, timeZone)}`;
  if (phase === 'closed' && bounds.closesAt)
    return `${t.phase.closed} ${t.instant(bounds.closesAt, timeZone)}`;
  return bounds.dueAt ? `${t.due} ${t.instant(bounds.dueAt, timeZone)}` : t.noDue;
}

function standingText({ access, score, submitted, exercises, possible, excuses }: DueAssignment): string {
  const t = words.assignments;
  if (excuses.whole !== null) return t.excused;
  if (score) return t.score(points(score.points), points(score.possible));
  if (submitted === 0 && access.phase === 'closed' && exercises > 0) return t.missing(points(possible));
  return submitted > 0 ? t.submitted : t.exercises(exercises, points(possible));
}
