import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { mayWriteExercises } from '@/lib/classroom/authoring';
import { listUnits } from '@/lib/classroom/catalogue';
import {
  copyExerciseAction,
  makeTableQuestionAction,
  saveExerciseDraftAction,
} from '../../../../../_actions/authoring';
import styles from '../../../../../_components/authoring/authoring.module.css';
import { FromCatalogue } from '../../../../../_components/authoring/from-catalogue';
import { FromSnippet } from '../../../../../_components/authoring/from-snippet';
import { ButtonLink } from '../../../../../_components/ui/button';
import { Panel } from '../../../../../_components/ui/panel';
import { requireTeacher } from '../../../../../_data/teaching';
import * as words from '../../../../../_words';

export const metadata: Metadata = { title: words.authoring.start.title };

/** Three ways to begin an exercise. */
export default async function NewExercisePage({ params }: { params: Promise<{ courseId: string }> }) {
  const { courseId } = await params;
  const list = `/teach/${courseId}/exercises`;
  const proof = await requireTeacher(courseId, `${list}/new`);
  if (!mayWriteExercises(proof.role)) notFound();
  const t = words.authoring.start;
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <p>
          <Link href={list}>{words.authoring.backToList}</Link>
        </p>
        <h1>{t.title}</h1>
        <p>{t.lead}</p>
      </div>
      <div className={styles.ways}>
        <FromSnippet courseId={courseId} make={makeTableQuestionAction} save={saveExerciseDraftAction} />
        <div className={styles.way}>
          <FromCatalogue courseId={courseId} units={await listUnits()} copy={copyExerciseAction} />
          <Panel padded className={styles.way ?? ''} aria-labelledby="from-file">
            <h2 id="from-file">{t.file}</h2>
            <p className={styles.note}>{t.fileText}</p>
            <div>
              <ButtonLink href={`${list}/import`}>{t.toImport}</ButtonLink>
            </div>
          </Panel>
        </div>
      </div>
    </div>
  );
}
