import type { Metadata } from 'next';
import Link from 'next/link';
import { listCourseQuizzes, mayEditQuizzes } from '@/lib/classroom/quizzes';
import styles from '../../../../_components/assignments/assignments.module.css';
import { ButtonLink } from '../../../../_components/ui/button';
import { Chip } from '../../../../_components/ui/chip';
import { EmptyState } from '../../../../_components/ui/empty-state';
import { points } from '../../../../_components/ui/format';
import { Panel } from '../../../../_components/ui/panel';
import { requireTeacher } from '../../../../_data/teaching';
import * as words from '../../../../_words';

export const metadata: Metadata = { title: words.quizzes.title };

/** The quizzes that a course has made, for its teachers. */
export default async function CourseQuizzesPage({ params }: { params: Promise<{ courseId: string }> }) {
  const { courseId } = await params;
  const address = `/teach/${courseId}/quizzes`;
  const proof = await requireTeacher(courseId, address);
  const quizzes = await listCourseQuizzes(proof);
  const t = words.quizzes;
  const make = mayEditQuizzes(proof.role) && (
    <ButtonLink look="primary" href={`${address}/new`}>
      {t.make}
    </ButtonLink>
  );
  if (quizzes.length === 0) return <EmptyState title={t.none} text={t.noneText} action={make} />;
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <h1>{t.title}</h1>
        <p>{t.lead}</p>
      </div>
      {make && <p>{make}</p>}
      <Panel className={styles.list ?? ''}>
        <ul>
          {quizzes.map(({ quizId, title, retired, items }) => (
            <li key={quizId}>
              <Link href={`${address}/${quizId}`}>{title}</Link>
              {retired && <Chip>{t.retired}</Chip>}
              <span className={styles.end}>
                {t.facts(items.length, points(items.reduce((sum, item) => sum + item.points, 0)))}
              </span>
            </li>
          ))}
        </ul>
      </Panel>
    </div>
  );
}
