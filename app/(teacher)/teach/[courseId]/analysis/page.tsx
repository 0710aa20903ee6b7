import type { Metadata } from 'next';
import { listAnalysis, listQuerySchema } from '@/lib/classroom/analysis';
import styles from '../../../../_components/analysis/analysis.module.css';
import { ExerciseTable } from '../../../../_components/analysis/exercise-table';
import { Meaning } from '../../../../_components/analysis/figures';
import { ScopeForm } from '../../../../_components/analysis/scope-form';
import { EmptyState } from '../../../../_components/ui/empty-state';
import { orNotFound } from '../../../../_data/quiz';
import { requireTeacher } from '../../../../_data/teaching';
import * as words from '../../../../_words';

export const metadata: Metadata = { title: words.analysis.title };

interface AnalysisParams {
  params: Promise<{ courseId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** How each exercise works for the class. */
export default async function AnalysisPage({ params, searchParams }: AnalysisParams) {
  const { courseId } = await params;
  const address = `/teach/${courseId}/analysis`;
  const proof = await requireTeacher(courseId, address);
  const query = listQuerySchema.parse(await searchParams);
  const { choices, exercises } = await orNotFound(listAnalysis(proof, query));
  const t = words.analysis;
  const narrowed = query.section !== null || query.assignment !== null;
  const kept = query.sort === 'title' ? {} : { sort: query.sort, down: query.down };
  if (exercises.length === 0 && !narrowed) return <EmptyState title={t.none} text={t.noneText} />;
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <h1>{`${t.title}: ${choices.course.title}`}</h1>
        <p>{t.lead}</p>
      </div>
      <ScopeForm address={address} scope={query} choices={choices} kept={kept} />
      {exercises.length === 0 ? (
        <p>{t.noneInScope}</p>
      ) : (
        <ExerciseTable address={address} query={query} exercises={exercises} />
      )}
      <Meaning />
    </div>
  );
}
