import type { Metadata } from 'next';
import Link from 'next/link';
import { listAssignments, maySetWork, selectChoices } from '@/lib/classroom/assignments';
import styles from '../../../../_components/assignments/assignments.module.css';
import { ButtonLink } from '../../../../_components/ui/button';
import { Chip } from '../../../../_components/ui/chip';
import { points } from '../../../../_components/ui/format';
import { Panel } from '../../../../_components/ui/panel';
import { requireTeacher } from '../../../../_data/teaching';
import * as words from '../../../../_words';

export const metadata: Metadata = { title: words.assignments.title };

/** The assignments of a course, for its teachers. */
export default async function TeacherAssignmentsPage({ params }: { params: Promise<{ courseId: string }> }) {
  const { courseId } = await params;
  const address = `/teach/${courseId}/assignments`;
  const proof = await requireTeacher(courseId, address);
  const [assignments, { timeZone }] = await Promise.all([listAssignments(proof), selectChoices(proof)]);
  const t = words.assignments;
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <h1>{t.title}</h1>
        <p>{`${t.teacherLead} ${timeZone}`}</p>
      </div>
      {maySetWork(proof.role) && (
        <p>
          <ButtonLink look="primary" href={`${address}/new`}>
            {t.make}
          </ButtonLink>
        </p>
      )}
      {assignments.length === 0 ? (
        <section>
          <h2>{t.teacherNone}</h2>
          <p className={styles.note}>{t.teacherNoneText}</p>
        </section>
      ) : (
        <Panel className={styles.list ?? ''}>
          <ul>
            {assignments.map(({ assignmentId, title, terms, exercises, possible, submitted }) => (
              <li key={assignmentId}>
                <Link href={`${address}/${assignmentId}`}>{title}</Link>
                {terms.archived && <Chip>{t.archived}</Chip>}
                <span>{`${t.opens} ${t.instant(terms.opensAt, timeZone)}`}</span>
                <span>{terms.dueAt ? `${t.due} ${t.instant(terms.dueAt, timeZone)}` : t.noDue}</span>
                <span>{t.exercises(exercises, points(possible))}</span>
                <span className={styles.end}>{t.handedIn(submitted)}</span>
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </div>
  );
}
