import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { mayChangeMarks } from '@/lib/classroom/marks';
import { selectRevisions } from '@/lib/classroom/regrade';
import { applyRegradeAction, previewRegradeAction } from '../../../../../_actions/regrade';
import styles from '../../../../../_components/assignments/assignments.module.css';
import { RegradeForm } from '../../../../../_components/regrade/regrade-form';
import { orNotFound } from '../../../../../_data/quiz';
import { requireTeacher } from '../../../../../_data/teaching';
import * as words from '../../../../../_words';

export const metadata: Metadata = { title: words.regrade.title };

/** The answers to one exercise, graded again: first a dry run, then the same for good. */
export default async function RegradePage({
  params,
}: {
  params: Promise<{ courseId: string; exerciseId: string }>;
}) {
  const { courseId, exerciseId } = await params;
  const list = `/teach/${courseId}/regrade`;
  const proof = await requireTeacher(courseId, `${list}/${exerciseId}`);
  if (!mayChangeMarks(proof.role)) notFound();
  const { title, revisions, answers } = await orNotFound(selectRevisions(proof, exerciseId));
  const t = words.regrade;
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <p>
          <Link href={list}>{t.back}</Link>
        </p>
        <h1>{t.of(title)}</h1>
        <p>{t.lead}</p>
      </div>
      <RegradeForm
        known={{ courseId, exerciseId }}
        revisions={revisions}
        answers={answers}
        preview={previewRegradeAction}
        apply={applyRegradeAction}
      />
    </div>
  );
}
