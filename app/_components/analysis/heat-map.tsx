import Link from 'next/link';
import type { PartFigures } from '@/lib/classroom/analysis';
import type { PublicExercise } from '@/lib/exercises/public';
import * as words from '../../_words';
import { Panel } from '../ui/panel';
import { ScrollBox } from '../ui/scroll-box';
import { heatOf } from './heat';
import styles from './heat-map.module.css';

interface HeatMapProps {
  exercise: Extract<PublicExercise, { kind: 'trace-table' }>;
  parts: readonly PartFigures[];
  /** The part that is open, by its place. */
  open: string | null;
  /** The address that opens a part. */
  addressOf: (place: string) => string;
}

/** The table as it was asked, with how many were wrong in each cell. A number, a bar and a shade say the same. */
export function HeatMap({ exercise, parts, open, addressOf }: HeatMapProps) {
  const t = words.analysis.parts;
  const byPlace = new Map(parts.map((part) => [part.place, part]));
  return (
    <Panel className={styles.panel}>
      <ScrollBox label={t.map}>
        <table className={styles.map}>
          <thead>
            <tr>
              <th scope="col">{words.quiz.program}</th>
              {exercise.columns.map(({ id, label }) => (
                <th key={id} scope="col">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {exercise.rows.map((row) => {
              const asked = row.cells.filter(({ given }) => given === null);
              return (
                <tr key={row.step}>
                  <th scope="row">
                    <i className={styles.step}>{row.step}</i> <code>{row.source}</code>
                  </th>
                  {row.cells.map((cell) => {
                    const place = `${row.step}.${asked.indexOf(cell) + 1}`;
                    const part = byPlace.get(place);
                    return (
                      <td key={cell.id}>
                        {part === undefined ? (
                          <span className={styles.given}>{cell.given ?? '–'}</span>
                        ) : (
                          <HeatCell part={part} open={open === place} address={addressOf(place)} />
                        )}
                      </td>
                    );
                  })}
                </tr>
              );
            })}
          </tbody>
        </table>
      </ScrollBox>
    </Panel>
  );
}

function HeatCell({ part, open, address }: { part: PartFigures; open: boolean; address: string }) {
  const t = words.analysis;
  const { wrong, wrongShare: share } = part;
  return (
    <Link
      className={styles.cell}
      href={address}
      prefetch={false}
      data-heat={share === null ? undefined : heatOf(share)}
      aria-current={open || undefined}
      aria-label={t.parts.cell(part.label, wrong, part.n)}
    >
      {share !== null && <b>{t.percent(share)}</b>}
      <small>{t.parts.of(wrong, part.n)}</small>
      {share !== null && <i className={styles.height} style={{ height: `${100 * share}%` }} />}
    </Link>
  );
}
