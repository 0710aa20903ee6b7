import type { Metadata } from 'next';
import { classOverview } from '@/lib/classroom/progress';
import { ClassTable } from '../../../_components/teacher/class-table';
import { EmptyState } from '../../../_components/ui/empty-state';
import { requireTeacher } from '../../../_data/teaching';
import * as words from '../../../_words';
import styles from '../teach.module.css';

export const metadata: Metadata = { title: words.teacher.classes };

/** The class: each student by each question. */
export default async function ClassPage({ params }: { params: Promise<{ courseId: string }> }) {
  const { courseId } = await params;
  const address = `/teach/${courseId}`;
  const overview = await classOverview(await requireTeacher(courseId, address));
  const t = words.teacher;
  if (overview.students.length === 0) return <EmptyState title={t.noStudents} text={t.noStudentsText} />;
  if (overview.questions.length === 0) return <EmptyState title={t.noQuestions} text={t.noQuestionsText} />;
  return (
    <div className={styles.page}>
      <h1>{t.overview(overview.course.title)}</h1>
      <p className={styles.lead}>{t.overviewLead}</p>
      <ClassTable overview={overview} address={address} />
    </div>
  );
}
