import Link from 'next/link';
import type { ExerciseFigures, ListQuery } from '@/lib/classroom/analysis';
import * as words from '../../_words';
import { Chip } from '../ui/chip';
import { Panel } from '../ui/panel';
import { ScrollBox } from '../ui/scroll-box';
import { scoped, sortedBy } from './address';
import styles from './analysis.module.css';
import { DiscriminationFigure, FacilityFigure } from './figures';

interface ExerciseTableProps {
  address: string;
  query: ListQuery;
  exercises: readonly ExerciseFigures[];
}

/** The exercises of a course with their figures; the heads sort them. */
export function ExerciseTable({ address, query, exercises }: ExerciseTableProps) {
  const t = words.analysis;
  const head = (sort: ListQuery['sort'], title: string) => (
    <th
      scope="col"
      aria-sort={query.sort === sort ? (query.down === 'yes' ? 'descending' : 'ascending') : undefined}
    >
      <Link href={sortedBy(address, query, sort)} title={t.sortBy(title)} scroll={false}>
        {title}
        {query.sort === sort && <span aria-hidden="true">{query.down === 'yes' ? ' ↓' : ' ↑'}</span>}
      </Link>
    </th>
  );
  return (
    <Panel className={styles.panel}>
      <ScrollBox label={t.title}>
        <table className={styles.table}>
          <thead>
            <tr>
              {head('title', t.exercise)}
              {head('n', t.n)}
              {head('facility', t.facility)}
              {head('discrimination', t.discrimination)}
              <th scope="col">{t.commonest}</th>
              <th scope="col">{t.notes}</th>
            </tr>
          </thead>
          <tbody>
            {exercises.map((exercise) => (
              <tr key={exercise.exerciseId}>
                <th scope="row">
                  <Link href={scoped(`${address}/${exercise.exerciseId}`, query)} prefetch={false}>
                    {exercise.title}
                  </Link>
                </th>
                <td>{exercise.n}</td>
                <td>
                  <FacilityFigure facility={exercise.facility} />
                </td>
                <td>
                  <DiscriminationFigure discrimination={exercise.discrimination} />
                </td>
                <td>
                  {exercise.commonest === null ? (
                    <span className={styles.unknown}>{t.nothingNamed}</span>
                  ) : (
                    t.ideaOf(exercise.commonest.title, exercise.commonest.students)
                  )}
                </td>
                <td>
                  {exercise.flags.map((flag) => (
                    <Chip key={flag} tone={flag === 'negative' ? 'no' : 'plain'}>
                      {t.flag[flag]}
                    </Chip>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </Panel>
  );
}
