'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { teacher } from '../../_words/teacher';
import styles from './class-nav.module.css';

/** The pages of a class, in their order: the part of the address after that of the class, and the word for it. */
const pages = [
  ['', teacher.pages.students],
  ['assignments', teacher.pages.assignments],
  ['live', teacher.pages.live],
  ['gradebook', teacher.pages.gradebook],
  ['analysis', teacher.pages.analysis],
  ['exercises', teacher.pages.exercises],
  ['quizzes', teacher.pages.quizzes],
  ['people', teacher.pages.people],
  ['regrade', teacher.pages.regrade],
  ['audit', teacher.pages.audit],
  ['settings', teacher.pages.settings],
] as const;

/** The way from one page of a class to the others; where there is no room for all it scrolls. */
export function ClassNav({ courseId }: { courseId: string }) {
  const address = `/teach/${courseId}`;
  const rest = usePathname().slice(address.length + 1);
  // The pages of one student belong to the list of all.
  const here = rest.startsWith('students/') ? '' : rest.split('/')[0];
  return (
    <nav className={styles.nav} aria-label={teacher.pages.label} data-print="no">
      <ul>
        {pages.map(([part, word]) => (
          <li key={part}>
            <Link
              href={part === '' ? address : `${address}/${part}`}
              aria-current={part === here ? 'page' : undefined}
              prefetch={false}
            >
              {word}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
