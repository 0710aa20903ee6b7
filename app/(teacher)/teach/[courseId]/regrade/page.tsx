import type { Metadata } from 'next';
import Link from 'next/link';
import { z } from 'zod';
import { mayChangeMarks } from '@/lib/classroom/marks';
import { listAnswered, listRegrades } from '@/lib/classroom/regrade';
import styles from '../../../../_components/assignments/assignments.module.css';
import { Chip } from '../../../../_components/ui/chip';
import { dateTime } from '../../../../_components/ui/format';
import { Panel } from '../../../../_components/ui/panel';
import { requireTeacher } from '../../../../_data/teaching';
import * as words from '../../../../_words';

export const metadata: Metadata = { title: words.regrade.title };

interface RegradeParams {
  params: Promise<{ courseId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** What can be graded again, and what was. */
export default async function RegradesPage({ params, searchParams }: RegradeParams) {
  const { courseId } = await params;
  const address = `/teach/${courseId}/regrade`;
  const proof = await requireTeacher(courseId, address);
  const assignmentId = z
    .uuid()
    .nullable()
    .catch(null)
    .parse((await searchParams).assignment);
  const [exercises, regrades] = await Promise.all([listAnswered(proof, assignmentId), listRegrades(proof)]);
  const t = words.regrade;
  const grades = mayChangeMarks(proof.role);
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <h1>{t.title}</h1>
        <p>{t.lead}</p>
      </div>
      <section aria-labelledby="exercises">
        <h2 id="exercises">{t.exercises}</h2>
        {assignmentId && (
          <p className={styles.note}>
            {t.ofAssignment} <Link href={address}>{t.all}</Link>
          </p>
        )}
        {exercises.length === 0 ? (
          <p className={styles.note}>{t.none}</p>
        ) : (
          <Panel className={styles.list ?? ''}>
            <ul>
              {exercises.map(({ exerciseId, title, revision, changedAt }) => (
                <li key={exerciseId}>
                  {grades ? (
                    <Link href={`${address}/${exerciseId}`} prefetch={false}>
                      {title}
                    </Link>
                  ) : (
                    <b>{title}</b>
                  )}
                  {revision > 1 && <Chip>{t.corrected}</Chip>}
                  <span className={styles.end}>{t.revision(revision, dateTime(changedAt))}</span>
                </li>
              ))}
            </ul>
          </Panel>
        )}
      </section>
      <section aria-labelledby="done">
        <h2 id="done">{t.done}</h2>
        {regrades.length === 0 ? (
          <p className={styles.note}>{t.noneDone}</p>
        ) : (
          <Panel className={styles.list ?? ''}>
            <ul>
              {regrades.map(({ regradeId, exercise, revision, changed, answers, reason, by, at }) => (
                <li key={regradeId}>
                  <b>{exercise}</b>
                  <span>{t.revision(revision, dateTime(at))}</span>
                  <span>{t.result(changed, answers)}</span>
                  <span className={styles.end}>{t.because(by, reason)}</span>
                </li>
              ))}
            </ul>
          </Panel>
        )}
      </section>
    </div>
  );
}
