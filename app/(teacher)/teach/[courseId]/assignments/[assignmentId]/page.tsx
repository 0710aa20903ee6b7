import type { Metadata } from 'next';
import Link from 'next/link';
import { maySetWork, selectAssignmentForTeacher, selectChoices } from '@/lib/classroom/assignments';
import {
  archiveAssignmentAction,
  changeAssignmentAction,
  extendAction,
  liftExtensionAction,
} from '../../../../../_actions/assignments';
import { ArchiveButton } from '../../../../../_components/assignments/archive-button';
import styles from '../../../../../_components/assignments/assignments.module.css';
import { ExtensionForm } from '../../../../../_components/assignments/extension-form';
import { ExtensionList } from '../../../../../_components/assignments/extension-list';
import { AssignmentForm } from '../../../../../_components/assignments/form/assignment-form';
import { valuesOf } from '../../../../../_components/assignments/form/values';
import { Items } from '../../../../../_components/assignments/items';
import { Preview } from '../../../../../_components/assignments/preview';
import { Chip } from '../../../../../_components/ui/chip';
import { Panel } from '../../../../../_components/ui/panel';
import { orNotFound } from '../../../../../_data/quiz';
import { requireTeacher } from '../../../../../_data/teaching';
import * as words from '../../../../../_words';

export const metadata: Metadata = { title: words.assignments.title };

interface AssignmentParams {
  params: Promise<{ courseId: string; assignmentId: string }>;
}

/** One assignment for the teachers of its course: to be looked at, changed, extended and put away. */
export default async function TeacherAssignmentPage({ params }: AssignmentParams) {
  const { courseId, assignmentId } = await params;
  const list = `/teach/${courseId}/assignments`;
  const proof = await requireTeacher(courseId, `${list}/${assignmentId}`);
  const assignment = await orNotFound(selectAssignmentForTeacher(proof, assignmentId));
  const { students, ...choices } = await selectChoices(proof);
  const { title, version, terms, extensions, timeZone } = assignment;
  const t = words.assignments;
  const known = { courseId, assignmentId };
  const edits = maySetWork(proof.role);
  const values = valuesOf(assignment);
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <p>
          <Link href={list}>{t.backToList}</Link>
        </p>
        <h1>{title}</h1>
        {terms.archived && <Chip>{t.archived}</Chip>}
      </div>
      {edits ? (
        <AssignmentForm
          known={{ ...known, version }}
          values={values}
          choices={choices}
          save={changeAssignmentAction}
        />
      ) : (
        <>
          <Items items={assignment.items} />
          <Preview values={values} timeZone={timeZone} />
        </>
      )}
      <Panel padded aria-labelledby="extensions">
        <h2 id="extensions">{t.extensions}</h2>
        <ExtensionList
          courseId={courseId}
          extensions={extensions}
          timeZone={timeZone}
          lift={edits ? liftExtensionAction : null}
        />
        {edits && <ExtensionForm known={known} choices={{ ...choices, students }} extend={extendAction} />}
      </Panel>
      {edits && (
        <p>
          <Link href={`/teach/${courseId}/regrade?assignment=${assignmentId}`}>{words.regrade.title}</Link>
        </p>
      )}
      {edits && <ArchiveButton known={known} archived={terms.archived} archive={archiveAssignmentAction} />}
    </div>
  );
}
