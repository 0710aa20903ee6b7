import type { Metadata } from 'next';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import { hasRight, optionalUser, selectCoursesOf } from '@/lib/auth';
import { Chip } from '../../_components/ui/chip';
import { EmptyState } from '../../_components/ui/empty-state';
import { Panel } from '../../_components/ui/panel';
import * as words from '../../_words';
import styles from './teach.module.css';

export const metadata: Metadata = { title: words.teacher.classes };

/** The courses one teaches. */
export default async function TeachPage() {
  const viewer = await optionalUser();
  if (!viewer) redirect('/sign-in?callbackUrl=%2Fteach');
  const courses = (await selectCoursesOf(viewer)).filter((course) => hasRight(course.role, 'teacher'));
  if (courses.length === 0)
    return (
      <EmptyState
        title={words.teacher.noClasses}
        text={words.teacher.noClassesText}
        action={<Link href="/courses">{words.teacher.toCourses}</Link>}
      />
    );
  return (
    <div className={styles.page}>
      <h1>{words.teacher.classes}</h1>
      <p className={styles.lead}>{words.teacher.classesLead}</p>
      <Panel>
        <ul className={styles.courses}>
          {courses.map((course) => (
            <li key={course.courseId}>
              <Link href={`/teach/${course.courseId}`}>{course.title}</Link>
              <Chip>{words.teacher.role[course.role]}</Chip>
              {course.isDemo && <Chip>{words.teacher.demo}</Chip>}
            </li>
          ))}
        </ul>
      </Panel>
    </div>
  );
}
