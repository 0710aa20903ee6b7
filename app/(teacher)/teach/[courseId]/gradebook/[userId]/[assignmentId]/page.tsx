import type { Metadata } from 'next';
import Link from 'next/link';
import { selectMarkHistory } from '@/lib/classroom/gradebook';
import { mayChangeMarks } from '@/lib/classroom/marks';
import { excuseAction, overrideAction } from '../../../../../../_actions/marks';
import styles from '../../../../../../_components/gradebook/gradebook.module.css';
import { Attempts } from '../../../../../../_components/gradebook/history/attempts';
import { Events } from '../../../../../../_components/gradebook/history/events';
import { Excuses } from '../../../../../../_components/gradebook/history/excuses';
import history from '../../../../../../_components/gradebook/history/history.module.css';
import { Panel } from '../../../../../../_components/ui/panel';
import { orNotFound } from '../../../../../../_data/quiz';
import { requireTeacher } from '../../../../../../_data/teaching';
import * as words from '../../../../../../_words';

export const metadata: Metadata = { title: words.gradebook.history };

interface MarkParams {
  params: Promise<{ courseId: string; userId: string; assignmentId: string }>;
}

/** The mark of one student for one assignment: how it came about, and what a teacher may do about it. */
export default async function MarkPage({ params }: MarkParams) {
  const { courseId, userId, assignmentId } = await params;
  const book = `/teach/${courseId}/gradebook`;
  const proof = await requireTeacher(courseId, `${book}/${userId}/${assignmentId}`);
  const found = await orNotFound(selectMarkHistory(proof, { userId, assignmentId }));
  const { student, assignment, mark, counting } = found;
  const t = words.gradebook;
  const changes = mayChangeMarks(proof.role);
  return (
    <div className={styles.page}>
      <div>
        <p>
          <Link href={book}>{t.back}</Link>
        </p>
        <h1>{t.markOf(student.name)}</h1>
        <p className={styles.lead}>
          <Link href={`/teach/${courseId}/assignments/${assignmentId}`}>{assignment.title}</Link>
          {`, ${student.email}, ${student.section ?? t.noSection}`}
        </p>
      </div>
      <Panel padded aria-label={t.counts}>
        <p className={history.mark}>{t.mark(mark)}</p>
        <p className={history.note}>{`${t.counts}: ${t.countsNote[counting]}`}</p>
      </Panel>
      <section className={styles.part} aria-labelledby="attempts">
        <h2 id="attempts">{t.attempts}</h2>
        <Attempts courseId={courseId} history={found} override={changes ? overrideAction : null} />
      </section>
      <Panel padded aria-labelledby="excuse">
        <h2 id="excuse">{t.excuses}</h2>
        <p className={history.note}>{t.excusesText}</p>
        <Excuses
          key={found.seenExcuse}
          courseId={courseId}
          history={found}
          send={changes ? excuseAction : null}
        />
      </Panel>
      <Panel padded aria-labelledby="history">
        <h2 id="history">{t.history}</h2>
        <Events history={found} />
      </Panel>
    </div>
  );
}
