import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { may } from '@/lib/auth';
import { importRosterAction, previewRosterAction } from '../../../../../_actions/roster';
import styles from '../../../../../_components/courses/courses.module.css';
import { RosterImport } from '../../../../../_components/people/roster-import';
import { requireTeacher } from '../../../../../_data/teaching';
import * as words from '../../../../../_words';

export const metadata: Metadata = { title: words.roster.title };

/** A roster is imported from a file, after a look at what that does. */
export default async function ImportPage({ params }: { params: Promise<{ courseId: string }> }) {
  const { courseId } = await params;
  const address = `/teach/${courseId}/people`;
  const proof = await requireTeacher(courseId, `${address}/import`);
  if (!may(proof.role, 'manage-students')) notFound();
  return (
    <div className={styles.page}>
      <p>
        <Link href={address}>{words.roster.back}</Link>
      </p>
      <h1>{words.roster.title}</h1>
      <p className={styles.lead}>{words.roster.lead}</p>
      <RosterImport courseId={courseId} preview={previewRosterAction} load={importRosterAction} />
    </div>
  );
}
