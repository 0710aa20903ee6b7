import Link from 'next/link';
import type { OfferedQuiz } from '@/lib/classroom/quizzes';
import * as words from '../../_words';
import styles from '../assignments/assignments.module.css';
import { points } from '../ui/format';
import { Panel } from '../ui/panel';

interface OfferedProps {
  quizzes: readonly (OfferedQuiz & { readonly courseId: string; readonly course: string })[];
}

/** The quizzes that the courses of a person offer. Nothing where there is none. */
export function OfferedQuizzes({ quizzes }: OfferedProps) {
  if (quizzes.length === 0) return null;
  const t = words.quizzes;
  return (
    <Panel className={styles.list ?? ''} padded aria-labelledby="quizzes-of-courses">
      <h2 id="quizzes-of-courses">{t.ofCourses}</h2>
      <ul>
        {quizzes.map(({ quizId, courseId, course, title, questions, possible }) => (
          <li key={quizId}>
            <Link href={`/quizzes/${courseId}/${quizId}`} prefetch={false}>
              {title}
            </Link>
            <span>{t.facts(questions, points(possible))}</span>
            <span className={styles.end}>{t.by(course)}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
