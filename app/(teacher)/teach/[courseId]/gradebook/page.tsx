import type { Metadata } from 'next';
import { bookQuerySchema, selectBookPage } from '@/lib/classroom/gradebook';
import { mayChangeMarks } from '@/lib/classroom/marks';
import { BookFilters } from '../../../../_components/gradebook/book-filters';
import { BookNotes } from '../../../../_components/gradebook/book-notes';
import { BookPages } from '../../../../_components/gradebook/book-pages';
import { BookTable } from '../../../../_components/gradebook/book-table';
import styles from '../../../../_components/gradebook/gradebook.module.css';
import { EmptyState } from '../../../../_components/ui/empty-state';
import { requireTeacher } from '../../../../_data/teaching';
import * as words from '../../../../_words';

export const metadata: Metadata = { title: words.gradebook.title };

interface GradebookParams {
  params: Promise<{ courseId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** What counts for each student: by assignment or by exercise, one page of students at a time. */
export default async function GradebookPage({ params, searchParams }: GradebookParams) {
  const { courseId } = await params;
  const address = `/teach/${courseId}`;
  const book = `${address}/gradebook`;
  const proof = await requireTeacher(courseId, book);
  const page = await selectBookPage(proof, bookQuerySchema.parse(await searchParams));
  const { columns, groups, rows, query, listed, students, before } = page;
  const t = words.gradebook;
  if (students === 0) return <EmptyState title={t.noStudents} text={t.noStudentsText} />;
  if (columns.length === 0) return <EmptyState title={t.noColumns} text={t.noColumnsText} />;
  return (
    <div className={styles.page}>
      <div>
        <h1>{t.of(page.course.title)}</h1>
        <p className={styles.lead}>{t.lead}</p>
      </div>
      <BookFilters page={page} book={book} />
      {listed === 0 ? (
        <EmptyState title={t.none} text={t.noneText} inPage />
      ) : (
        <BookTable {...{ columns, groups, rows, query, listed, before, address }} />
      )}
      <BookPages page={page} book={book} />
      <BookNotes courseId={courseId} exports={mayChangeMarks(proof.role)} />
    </div>
  );
}
