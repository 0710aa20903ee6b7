import Link from 'next/link';
import type { Student } from '@/lib/classroom/analysis';
import * as words from '../../_words';
import styles from './analysis.module.css';

/** Names that are listed at most: a longer list says how many there are beside. */
const mostNames = 200;

/** A number of students that opens to their names; each leads to that student's answers. */
export function Names({ students, course }: { students: readonly Student[]; course: string }) {
  const t = words.analysis;
  if (students.length === 0) return <span className={styles.unknown}>0</span>;
  return (
    <details className={styles.names}>
      <summary>{t.students(students.length)}</summary>
      <ul>
        {students.slice(0, mostNames).map(({ userId, name }) => (
          <li key={userId}>
            <Link href={`${course}/students/${userId}`} prefetch={false}>
              {name}
            </Link>
          </li>
        ))}
        {students.length > mostNames && <li>{t.more(students.length - mostNames)}</li>}
      </ul>
    </details>
  );
}
