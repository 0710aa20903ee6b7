import type { PlannedRow } from '@/lib/classroom/roster';
import { roster } from '../../_words/people';
import { Chip, type ChipTone } from '../ui/chip';
import { Panel } from '../ui/panel';
import { ScrollBox } from '../ui/scroll-box';
import styles from './people.module.css';

/** Rows that are shown of each kind: a preview is read, and thousands of rows are not. */
const shown = 100;

const tones: Readonly<Record<PlannedRow['kind'], ChipTone>> = {
  new: 'ok',
  matched: 'plain',
  ambiguous: 'carry',
  bad: 'no',
};

/** What an import does with each row; what needs a look stands first. */
export function RosterRows({ rows }: { rows: readonly PlannedRow[] }) {
  const kinds = (['bad', 'ambiguous', 'new', 'matched'] as const).map((kind) =>
    rows.filter((row) => row.kind === kind),
  );
  const hidden = kinds.reduce((sum, some) => sum + Math.max(0, some.length - shown), 0);
  return (
    <Panel>
      <ScrollBox label={roster.preview}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{roster.line}</th>
              <th scope="col">{roster.name}</th>
              <th scope="col">{roster.row}</th>
              <th scope="col">{roster.what}</th>
            </tr>
          </thead>
          <tbody>
            {kinds.flatMap((some) =>
              some.slice(0, shown).map((row) => (
                <tr key={row.line}>
                  <th scope="row">{row.line}</th>
                  <td>
                    {row.name}
                    {'email' in row && <small>{row.email}</small>}
                  </td>
                  <td>
                    <Chip tone={tones[row.kind]}>{roster.kind[row.kind]}</Chip>
                  </td>
                  <td>{whatHappens(row)}</td>
                </tr>
              )),
            )}
            {hidden > 0 && (
              <tr>
                <td colSpan={4}>{roster.more(hidden)}</td>
              </tr>
            )}
          </tbody>
        </table>
      </ScrollBox>
    </Panel>
  );
}

function whatHappens(row: PlannedRow): string {
  if ('reason' in row) return row.reason;
  const place = [
    row.section && roster.sectionIs(row.section),
    row.studentNumber && roster.numberIs(row.studentNumber),
  ].filter(Boolean);
  if (row.kind === 'new') return [roster.kept, ...place].join(', ');
  if (!row.changes) return roster.noChange;
  return [row.dropsSeat === null ? roster.changes : roster.joined, ...place].join(', ');
}
