import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { databaseNow, maySetWork, selectChoices } from '@/lib/classroom/assignments';
import { makeAssignmentAction } from '../../../../../_actions/assignments';
import styles from '../../../../../_components/assignments/assignments.module.css';
import { AssignmentForm } from '../../../../../_components/assignments/form/assignment-form';
import { newValues } from '../../../../../_components/assignments/form/values';
import { requireTeacher } from '../../../../../_data/teaching';
import * as words from '../../../../../_words';

export const metadata: Metadata = { title: words.assignments.make };

/** A new assignment. */
export default async function NewAssignmentPage({ params }: { params: Promise<{ courseId: string }> }) {
  const { courseId } = await params;
  const address = `/teach/${courseId}/assignments`;
  const proof = await requireTeacher(courseId, `${address}/new`);
  if (!maySetWork(proof.role)) notFound();
  const [{ students: _, ...choices }, now] = await Promise.all([selectChoices(proof), databaseNow()]);
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <p>
          <Link href={address}>{words.assignments.backToList}</Link>
        </p>
        <h1>{words.assignments.make}</h1>
      </div>
      <AssignmentForm
        known={{ courseId }}
        values={newValues(now, choices.timeZone)}
        choices={choices}
        save={makeAssignmentAction}
      />
    </div>
  );
}
