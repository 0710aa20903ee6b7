import type { Metadata } from 'next';
import styles from '../../_components/assignments/assignments.module.css';
import { DueList } from '../../_components/assignments/due-list';
import { OwnTotal } from '../../_components/assignments/own-total';
import { Chip } from '../../_components/ui/chip';
import { EmptyState } from '../../_components/ui/empty-state';
import { assignmentsByCourse } from '../../_data/assignments';
import * as words from '../../_words';

export const metadata: Metadata = { title: words.assignments.title };

/** The assignments of all one's courses. */
export default async function AssignmentsPage() {
  const courses = await assignmentsByCourse('/assignments');
  const t = words.assignments;
  if (courses.length === 0) return <EmptyState title={t.noCourse} text={t.noCourseText} />;
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <h1>{t.title}</h1>
        <p>{t.lead}</p>
      </div>
      {courses.map(({ courseId, title, isDemo, assignments }) => (
        <section key={courseId} aria-labelledby={`course-${courseId}`}>
          {assignments.length === 0 ? (
            <>
              <h2 id={`course-${courseId}`}>{title}</h2>
              <p className={styles.note}>{`${t.none}. ${t.noneText}`}</p>
            </>
          ) : (
            <>
              <h2 id={`course-${courseId}`}>
                {title} {isDemo && <Chip>{t.demo}</Chip>}
              </h2>
              <DueList assignments={assignments} />
              <OwnTotal assignments={assignments} />
            </>
          )}
        </section>
      ))}
    </div>
  );
}
