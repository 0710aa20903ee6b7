import type { Metadata } from 'next';
import Link from 'next/link';
import { listLessons } from '@/lib/classroom/lessons';
import { LessonStanding } from '../../_components/lesson/lesson-standing';
import { EmptyState } from '../../_components/ui/empty-state';
import { ownLessonProgress } from '../../_data/reading';
import * as words from '../../_words';
import styles from '../home.module.css';

export const metadata: Metadata = { title: words.lesson.lessons };

export default async function LessonsPage() {
  const [lessons, progress] = await Promise.all([listLessons(), ownLessonProgress()]);
  if (lessons.length === 0)
    return <EmptyState title={words.home.noLessons} text={words.home.noLessonsText.replaceAll('`', '')} />;
  return (
    <div className={styles.home}>
      <section className={styles.lessons}>
        <h1>{words.lesson.lessons}</h1>
        <ul>
          {lessons.map((lesson) => (
            <li key={lesson.slug}>
              <Link href={`/lessons/${lesson.slug}/concept-flow`}>{lesson.title}</Link>
              <p>{lesson.summary}</p>
              <span>{words.lesson.minutes(lesson.minutes)}</span>
              <LessonStanding progress={progress.get(lesson.slug)} />
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
