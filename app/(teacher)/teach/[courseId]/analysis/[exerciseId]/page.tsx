import type { Metadata } from 'next';
import Link from 'next/link';
import { analyseExercise, itemQuerySchema } from '@/lib/classroom/analysis';
import { scoped } from '../../../../../_components/analysis/address';
import styles from '../../../../../_components/analysis/analysis.module.css';
import { FlowTable } from '../../../../../_components/analysis/flow-table';
import { OptionTable } from '../../../../../_components/analysis/option-table';
import { ParameterTable } from '../../../../../_components/analysis/parameter-table';
import { Parts } from '../../../../../_components/analysis/parts';
import { ScopeForm } from '../../../../../_components/analysis/scope-form';
import { Summary } from '../../../../../_components/analysis/summary';
import { orNotFound } from '../../../../../_data/quiz';
import { requireTeacher } from '../../../../../_data/teaching';
import * as words from '../../../../../_words';

export const metadata: Metadata = { title: words.analysis.title };

interface ExerciseParams {
  params: Promise<{ courseId: string; exerciseId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** One exercise: where the class goes wrong in it, and what stands behind it. */
export default async function ExerciseAnalysisPage({ params, searchParams }: ExerciseParams) {
  const { courseId, exerciseId } = await params;
  const course = `/teach/${courseId}`;
  const address = `${course}/analysis/${exerciseId}`;
  const proof = await requireTeacher(courseId, address);
  const query = itemQuerySchema.parse(await searchParams);
  const { choices, analysis } = await orNotFound(analyseExercise(proof, exerciseId, query));
  const { n, options, flow, triedAgain, parameters, undrawn, varies } = analysis;
  const t = words.analysis;
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <p data-print="no">
          <Link href={scoped(`${course}/analysis`, query)}>{t.backToList}</Link>
        </p>
        <h1>{analysis.exercise.title}</h1>
        <p>{choices.course.title}</p>
      </div>
      <ScopeForm address={address} scope={query} choices={choices} />
      {n === 0 ? (
        <p>{t.noneInScope}</p>
      ) : (
        <>
          <Summary analysis={analysis} />
          {options === null ? (
            <Parts analysis={analysis} query={query} address={address} course={course} />
          ) : (
            <div className={styles.part}>
              <h2>{t.options.title}</h2>
              <p className={styles.lead}>{t.options.lead}</p>
              <OptionTable options={options} varies={varies} course={course} />
            </div>
          )}
          <div className={styles.part}>
            <h2>{t.flow.title}</h2>
            {flow.length === 0 ? (
              <p className={styles.lead}>{t.flow.none}</p>
            ) : (
              <>
                <p className={styles.lead}>{t.flow.lead(triedAgain, n)}</p>
                <FlowTable flow={flow} course={course} />
              </>
            )}
          </div>
          {varies && (
            <div className={styles.part}>
              <h2>{t.parameters.title}</h2>
              <p className={styles.lead}>{t.parameters.lead}</p>
              {parameters.length > 0 && <ParameterTable parameters={parameters} />}
              {undrawn > 0 && <p className={styles.lead}>{t.parameters.undrawn(undrawn)}</p>}
            </div>
          )}
        </>
      )}
    </div>
  );
}
