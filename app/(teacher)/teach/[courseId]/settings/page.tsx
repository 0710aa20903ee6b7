import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { may } from '@/lib/auth';
import { courseSettings } from '@/lib/classroom/courses';
import { listInvitations } from '@/lib/classroom/invitations';
import {
  archiveCourseAction,
  changeCourseAction,
  makeSectionAction,
  removeSectionAction,
  renameSectionAction,
} from '../../../../_actions/courses';
import { makeInvitationAction, revokeInvitationAction } from '../../../../_actions/joining';
import { ArchiveCourse } from '../../../../_components/courses/archive-course';
import { CourseForm } from '../../../../_components/courses/course-form';
import styles from '../../../../_components/courses/courses.module.css';
import { InvitationForm } from '../../../../_components/courses/invitation-form';
import { InvitationList } from '../../../../_components/courses/invitation-list';
import { SectionList } from '../../../../_components/courses/section-list';
import { Notice } from '../../../../_components/ui/notice';
import { Panel } from '../../../../_components/ui/panel';
import { requireTeacher } from '../../../../_data/teaching';
import * as words from '../../../../_words';

export const metadata: Metadata = { title: words.settings.title };

/** The settings of a course: its name, its sections, the ways in, and its end. */
export default async function SettingsPage({ params }: { params: Promise<{ courseId: string }> }) {
  const { courseId } = await params;
  const proof = await requireTeacher(courseId, `/teach/${courseId}/settings`);
  // Assistants see the class, and change nothing.
  if (!may(proof.role, 'change-course') || !may(proof.role, 'manage-students')) notFound();
  const [course, invitations] = await Promise.all([courseSettings(proof), listInvitations(proof)]);
  const { title, timeZone, sections, archivedAt } = course;
  const t = words.settings;
  const archived = archivedAt !== null;
  return (
    <div className={styles.page}>
      <h1>{t.title}</h1>
      {archived && <Notice title={t.archivedNow} />}
      {!archived && (
        <>
          <div className={styles.columns}>
            <Panel padded className={styles.part ?? ''}>
              <h2>{t.details}</h2>
              <CourseForm known={{ courseId, title, timeZone }} save={changeCourseAction} />
            </Panel>
            <Panel padded className={styles.part ?? ''}>
              <h2>{t.sections}</h2>
              <SectionList
                courseId={courseId}
                sections={sections}
                make={makeSectionAction}
                rename={renameSectionAction}
                remove={removeSectionAction}
              />
            </Panel>
          </div>
          <Panel padded className={styles.part ?? ''}>
            <h2>{t.invitations}</h2>
            <p className={styles.note}>{t.invitationsText}</p>
            <InvitationList courseId={courseId} invitations={invitations} revoke={revokeInvitationAction} />
            <InvitationForm courseId={courseId} sections={sections} make={makeInvitationAction} />
          </Panel>
        </>
      )}
      {may(proof.role, 'archive-course') && (
        <Panel padded className={styles.part ?? ''}>
          <h2>{archived ? t.restore : t.archive}</h2>
          <ArchiveCourse
            courseId={courseId}
            title={title}
            archived={archived}
            archive={archiveCourseAction}
          />
        </Panel>
      )}
    </div>
  );
}
