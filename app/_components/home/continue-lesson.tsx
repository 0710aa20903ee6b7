import type { ReactNode } from 'react';
import type { LessonProgress } from '@/lib/classroom/reading';
import * as words from '../../_words';
import { placeInLesson } from '../lesson/place-in-lesson';
import { ButtonLink } from '../ui/button';
import { Panel } from '../ui/panel';
import styles from './continue-lesson.module.css';

interface ContinueProps {
  /** The lesson that was read last; undefined where none was begun. */
  lesson: LessonProgress | undefined;
  /** The memory at the step where the person stopped. */
  picture: ReactNode;
}

/** Back to the lesson, the mode and the step where one stopped; the first way in where none was begun. */
export function ContinueLesson({ lesson, picture }: ContinueProps) {
  const t = words.today;
  if (!lesson?.last) {
    return (
      <Panel className={styles.panel} aria-labelledby="continue">
        <div className={styles.text}>
          <h2 id="continue">{t.begin}</h2>
          <p>{t.beginText}</p>
          <div className={styles.actions}>
            <ButtonLink look="primary" href="/lessons">
              {t.allLessons}
            </ButtonLink>
          </div>
        </div>
      </Panel>
    );
  }
  const { title, slug, last } = lesson;
  return (
    <Panel className={`${styles.panel} ${styles.pictured}`} aria-labelledby="continue">
      <div className={styles.text}>
        <p className={styles.note}>{t.continue}</p>
        <h2 id="continue">{title}</h2>
        <p>{t.stoppedAt(words.modes.name[last.mode], last.step)}</p>
        <div className={styles.actions}>
          <ButtonLink look="primary" href={placeInLesson(slug, last)} prefetch={false}>
            {words.lesson.continueAt(last.step)}
          </ButtonLink>
        </div>
      </div>
      {picture}
    </Panel>
  );
}
