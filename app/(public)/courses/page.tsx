import type { Metadata } from 'next';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import { hasRight, optionalUser } from '@/lib/auth';
import { listOwnCourses, mayMakeCourses } from '@/lib/classroom/courses';
import { listOwnSeats } from '@/lib/classroom/invitations';
import { makeCourseAction } from '../../_actions/courses';
import { takeSeatAction } from '../../_actions/joining';
import { leaveCourseAction } from '../../_actions/people';
import { CodeForm } from '../../_components/courses/code-form';
import { CourseForm } from '../../_components/courses/course-form';
import styles from '../../_components/courses/courses.module.css';
import { JoinButton } from '../../_components/courses/join-button';
import { LeaveButton } from '../../_components/courses/leave-button';
import { Chip } from '../../_components/ui/chip';
import { Panel } from '../../_components/ui/panel';
import * as words from '../../_words';

export const metadata: Metadata = { title: words.courses.title };

/** The courses one is in, and the ways into another. */
export default async function CoursesPage() {
  const viewer = await optionalUser();
  if (!viewer) redirect('/sign-in?callbackUrl=%2Fcourses');
  const [courses, seats, makes] = await Promise.all([
    listOwnCourses(viewer),
    listOwnSeats(viewer),
    mayMakeCourses(viewer),
  ]);
  const t = words.courses;
  return (
    <div className={styles.page}>
      <h1>{courses.length > 0 ? t.title : t.none}</h1>
      {courses.length === 0 && <p className={styles.lead}>{makes ? t.noneText : t.noneJoinText}</p>}
      {seats.map(({ seatId, title, section }) => (
        <Panel key={seatId} padded className={styles.part ?? ''}>
          <h2>{`${t.kept}: ${title}`}</h2>
          <p>{[t.keptText, section && words.joining.section(section)].filter(Boolean).join(' ')}</p>
          <JoinButton input={{ seatId }} label={t.take} join={takeSeatAction} />
        </Panel>
      ))}
      {courses.length > 0 && (
        <Panel className={styles.list ?? ''}>
          <ul>
            {courses.map(({ courseId, title, role, section, isDemo, archived }) => (
              <li key={courseId}>
                {hasRight(role, 'teacher') ? (
                  <Link href={`/teach/${courseId}`}>{title}</Link>
                ) : (
                  <b>{title}</b>
                )}
                <Chip>{words.teacher.role[role]}</Chip>
                {section !== null && <span>{words.joining.section(section)}</span>}
                {isDemo && <Chip>{words.teacher.demo}</Chip>}
                {archived && <Chip>{t.archived}</Chip>}
                <div className={styles.end}>
                  {!archived && <LeaveButton courseId={courseId} title={title} leave={leaveCourseAction} />}
                </div>
              </li>
            ))}
          </ul>
        </Panel>
      )}
      <div className={styles.columns}>
        <Panel padded className={styles.part ?? ''}>
          <h2>{words.joining.title}</h2>
          <CodeForm />
        </Panel>
        {makes && (
          <Panel padded className={styles.part ?? ''}>
            <h2>{t.make}</h2>
            <p className={styles.note}>{t.makeText}</p>
            <CourseForm save={makeCourseAction} />
          </Panel>
        )}
      </div>
    </div>
  );
}
