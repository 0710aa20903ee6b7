import Link from 'next/link';
import type { AssignmentPage } from '@/lib/classroom/assignments';
import * as words from '../../_words';
import { points } from '../ui/format';
import { Panel } from '../ui/panel';
import styles from './assignments.module.css';

/** What an assignment asks, in its order, and what there is to read. */
export function Items({ items }: { items: AssignmentPage['items'] }) {
  const t = words.assignments;
  return (
    <section>
      <h2>{t.items}</h2>
      <Panel className={styles.list ?? ''}>
        <ol>
          {items.map(({ position, title, of }) => (
            <li key={position}>
              {of.type === 'lesson' ? <Link href={`/lessons/${of.slug}`}>{title}</Link> : <b>{title}</b>}
              <span className={styles.end}>
                {of.type === 'lesson' ? t.read : t.points(points(of.points))}
              </span>
            </li>
          ))}
        </ol>
      </Panel>
    </section>
  );
}
