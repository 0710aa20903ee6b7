import Link from 'next/link';
import type { ListedExercise } from '@/lib/classroom/authoring';
import * as words from '../../_words';
import { Difficulty } from '../catalogue/difficulty';
import { Chip } from '../ui/chip';
import { dateTime } from '../ui/format';
import { Panel } from '../ui/panel';
import { ScrollBox } from '../ui/scroll-box';
import styles from './authoring.module.css';

/** The exercises of a course, a row each. */
export function ExerciseTable({
  exercises,
  address,
}: {
  exercises: readonly ListedExercise[];
  /** Of the list, for who may write them. */
  address: string | null;
}) {
  const t = words.authoring;
  return (
    <Panel>
      <ScrollBox label={t.title}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t.columns.title}</th>
              <th scope="col">{t.columns.state}</th>
              <th scope="col">{t.columns.kind}</th>
              <th scope="col">{t.columns.difficulty}</th>
              <th scope="col">{t.columns.changed}</th>
            </tr>
          </thead>
          <tbody>
            {exercises.map((one) => (
              <tr key={one.exerciseId}>
                <th scope="row">
                  {address === null ? (
                    one.title || t.untitled
                  ) : (
                    <Link href={`${address}/${one.exerciseId}`} prefetch={false}>
                      {one.title || t.untitled}
                    </Link>
                  )}
                </th>
                <td>
                  <span className={styles.chips}>
                    {one.state === 'draft' ? (
                      <Chip tone="carry">{t.draftOnly}</Chip>
                    ) : (
                      <Chip tone="ok">{t.revision(one.revision)}</Chip>
                    )}
                    {one.state === 'changed' && <Chip tone="carry">{t.changedSince}</Chip>}
                    {one.offeredAlone && <Chip>{t.alone}</Chip>}
                  </span>
                </td>
                <td>{one.kind === null ? '' : words.kinds.name[one.kind]}</td>
                <td>{one.difficulty !== null && <Difficulty level={one.difficulty} />}</td>
                <td>
                  {dateTime(one.changedAt)}
                  {one.changedBy !== null && <small>{t.by(one.changedBy)}</small>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </Panel>
  );
}
