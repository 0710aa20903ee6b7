import Link from 'next/link';
import type { ReactNode } from 'react';
import { ModeTabs } from '../../../_components/lesson/mode-tabs';
import { requireLesson } from '../../../_data/lessons';
import { ownReading } from '../../../_data/reading';
import * as words from '../../../_words';
import styles from './layout.module.css';

/**
 * The head of a lesson. It holds the title, and what the reader has seen: the trace, the texts and everything else that could tell an
 * answer belong to the pages that need them, never to what the quiz shares with them.
 */
export default async function LessonLayout({
  children,
  params,
}: {
  children: ReactNode;
  params: Promise<{ slug: string }>;
}) {
  const { slug } = await params;
  const [{ title }, reading] = await Promise.all([requireLesson(slug), ownReading(slug)]);
  return (
    <>
      <div className={styles.bar}>
        <div className={styles.crumb}>
          <Link href="/lessons">{words.lesson.lessons}</Link>
          <span aria-hidden="true">/</span>
          <h1>{title}</h1>
        </div>
      </div>
      <ModeTabs slug={slug} reading={reading} />
      <div className={styles.content}>{children}</div>
    </>
  );
}
