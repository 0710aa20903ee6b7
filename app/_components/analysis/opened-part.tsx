import Link from 'next/link';
import type { PartFigures } from '@/lib/classroom/analysis';
import * as words from '../../_words';
import { Panel } from '../ui/panel';
import styles from './analysis.module.css';
import { Names } from './names';

interface OpenedPartProps {
  part: PartFigures;
  /** The address of the course, for its students' answers. */
  course: string;
  /** The address without an open part. */
  close: string;
}

/** The wrong answers to one part, the most frequent first, with who gave them. */
export function OpenedPart({ part, course, close }: OpenedPartProps) {
  const t = words.analysis.parts;
  const { states, expected, groups } = part;
  return (
    <Panel padded id="part" aria-labelledby="part-title" className={styles.opened ?? ''}>
      <h3 id="part-title">{t.opened(part.label)}</h3>
      <p>
        {t.right}: {expected === null ? t.rightVaries : <code>{expected}</code>}
      </p>
      {groups.length === 0 ? (
        <p>{t.none}</p>
      ) : (
        <ol className={styles.groups}>
          {groups.map(({ says, students, beliefs }) => (
            <li key={JSON.stringify(says)}>
              {says.type === 'value' ? <code>{says.text}</code> : <span>{t.says(says)}</span>}
              <Names students={students} course={course} />
              {beliefs.map(({ id, title, students: n }) => (
                <small key={id} className={styles.fits}>
                  {t.fits(n, title)}
                </small>
              ))}
            </li>
          ))}
        </ol>
      )}
      {states.consistent > 0 && <p>{t.follows(states.consistent)}</p>}
      {states.blank > 0 && <p>{t.blank(states.blank)}</p>}
      <p data-print="no">
        <Link href={close} scroll={false}>
          {t.close}
        </Link>
      </p>
    </Panel>
  );
}
