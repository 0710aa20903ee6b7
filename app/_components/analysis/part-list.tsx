import Link from 'next/link';
import type { PartFigures } from '@/lib/classroom/analysis';
import * as words from '../../_words';
import { Panel } from '../ui/panel';
import { Prose } from '../ui/prose';
import { ScrollBox } from '../ui/scroll-box';
import styles from './analysis.module.css';
import { Bar } from './figures';

interface PartListProps {
  parts: readonly PartFigures[];
  open: string | null;
  addressOf: (place: string) => string;
}

/** Values that stand in a row; the others show once the part is opened. */
const mostShown = 3;

/** The parts of an exercise that is no table: lines of output, objects, goals, references of a drawing. */
export function PartList({ parts, open, addressOf }: PartListProps) {
  const t = words.analysis;
  return (
    <Panel className={styles.panel}>
      <ScrollBox label={t.parts.list}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t.parts.part}</th>
              <th scope="col">{t.parts.wrong}</th>
              <th scope="col">{t.parts.empty}</th>
              <th scope="col">{t.parts.commonest}</th>
            </tr>
          </thead>
          <tbody>
            {parts.map((part) => (
              <tr key={part.place}>
                <th scope="row">
                  <Link
                    href={addressOf(part.place)}
                    prefetch={false}
                    aria-current={open === part.place || undefined}
                  >
                    <Prose text={part.label} />
                  </Link>
                </th>
                <td>
                  <span className={styles.figure}>
                    {part.wrongShare !== null && (
                      <>
                        <Bar share={part.wrongShare} />
                        <b>{t.percent(part.wrongShare)}</b>{' '}
                      </>
                    )}
                    <small>{t.parts.of(part.wrong, part.n)}</small>
                  </span>
                </td>
                <td>{part.states.blank}</td>
                <td>
                  <ul className={styles.values}>
                    {part.groups.slice(0, mostShown).map(({ says, students }) => (
                      <li key={JSON.stringify(says)}>
                        {says.type === 'value' ? <code>{says.text}</code> : t.parts.says(says)}
                        {` × ${students.length}`}
                      </li>
                    ))}
                  </ul>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </Panel>
  );
}
