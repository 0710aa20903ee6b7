import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { mayWriteExercises } from '@/lib/classroom/authoring';
import { largestArchive } from '@/lib/classroom/authoring/archive/read-archive';
import { importExercisesAction, previewImportAction } from '../../../../../_actions/authoring';
import styles from '../../../../../_components/authoring/authoring.module.css';
import { ZipImport } from '../../../../../_components/authoring/zip-import';
import { requireTeacher } from '../../../../../_data/teaching';
import * as words from '../../../../../_words';

export const metadata: Metadata = { title: words.authoring.imports.title };

/** Exercises of a zip, into a course. */
export default async function ImportExercisesPage({ params }: { params: Promise<{ courseId: string }> }) {
  const { courseId } = await params;
  const list = `/teach/${courseId}/exercises`;
  const proof = await requireTeacher(courseId, `${list}/import`);
  if (!mayWriteExercises(proof.role)) notFound();
  const t = words.authoring.imports;
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <p>
          <Link href={list}>{words.authoring.backToList}</Link>
        </p>
        <h1>{t.title}</h1>
        <p>{t.lead}</p>
      </div>
      <ZipImport
        courseId={courseId}
        largest={largestArchive}
        preview={previewImportAction}
        load={importExercisesAction}
      />
    </div>
  );
}
