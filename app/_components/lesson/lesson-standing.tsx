import { Check } from 'lucide-react';
import Link from 'next/link';
import type { LessonProgress } from '@/lib/classroom/reading';
import * as words from '../../_words';
import { MODES } from '../../_words';
import { Chip } from '../ui/chip';
import styles from './lesson-standing.module.css';
import { placeInLesson } from './place-in-lesson';

/** How far somebody is with a lesson, and the way back to where they stopped. */
export function LessonStanding({ progress }: { progress: LessonProgress | undefined }) {
  if (!progress) return null;
  const t = words.lesson;
  const { seen, last, quizDone } = progress;
  // The quiz counts once it is submitted.
  const read = seen.filter((mode) => mode !== 'quiz').length + (quizDone ? 1 : 0);
  return (
    <div className={styles.standing}>
      <Chip tone={read === MODES.length ? 'ok' : 'plain'}>
        {read === MODES.length && <Check size={13} aria-hidden="true" />}
        {t.progress(read, MODES.length)}
      </Chip>
      {quizDone && (
        <Chip tone="ok">
          <Check size={13} aria-hidden="true" />
          {t.quizSubmitted}
        </Chip>
      )}
      {last && (
        <Link href={placeInLesson(progress.slug, last)} prefetch={false}>
          {t.continueAt(last.step)}
          <span className="sr"> {t.ofLesson(progress.title)}</span>
        </Link>
      )}
    </div>
  );
}
