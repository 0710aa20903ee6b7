import type { Metadata } from 'next';
import Link from 'next/link';
import { listLessons } from '@/lib/classroom/lessons';
import { EmptyState } from '../../_components/ui/empty-state';
import * as words from '../../_words';
import styles from '../home.module.css';

export const metadata: Metadata = { title: words.lesson.lessons };

export default async function LessonsPage() {
  const lessons = await listLessons();
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
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
