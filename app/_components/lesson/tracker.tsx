import * as words from '../../_words';
import { NameTag } from '../ui/name-tag';
import { Pips } from '../ui/pips';
import { FrameTable } from './frame-table';
import type { RunTable } from './run-table';
import styles from './tracker.module.css';

/** A row a name: the start, then the value after each further step; the last row is the count. */
export function Tracker({ table }: { table: RunTable }) {
  const t = words.lesson.tracker;
  return (
    <>
      <FrameTable>
        <caption className="sr">{t.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t.name}</th>
            {table.rows.map((row, i) => (
              <th key={row.step} scope="col">
                {i === 0 ? t.start : t.after(row.step)}
                <small className={styles.code} aria-hidden="true">
                  {row.code}
                </small>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.columns.map((column, c) => (
            <tr key={column.key}>
              <th scope="row">
                <NameTag
                  name={column.name}
                  hue={table.rows.find((row) => (row.cells[c]?.hue ?? 0) > 0)?.cells[c]?.hue ?? 0}
                  small
                />
                {column.fn !== null && <small className={styles.call}>{t.inCall(column.fn)}</small>}
              </th>
              {table.rows.map((row) => {
                const cell = row.cells[c];
                if (!cell) return null;
                const bar =
                  cell.state === 'bound'
                    ? `${styles.bar} ${cell.hue > 0 ? `o${cell.hue}` : ''}`
                    : styles.none;
                return (
                  <td key={row.step} className={styles.cell}>
                    <span className={`${bar} ${cell.changed && row.step > 1 ? styles.changed : ''}`}>
                      {cell.text}
                    </span>
                  </td>
                );
              })}
            </tr>
          ))}
          <tr>
            <th scope="row">{table.countHeading}</th>
            {table.rows.map((row) => (
              <td key={row.step}>
                <span className={styles.count}>
                  {row.count !== null && <Pips count={row.count} />}
                  {row.count}
                </span>
              </td>
            ))}
          </tr>
        </tbody>
      </FrameTable>
      {table.noneIsUndefined && <p className={styles.note}>{words.lesson.table.noteNone}</p>}
      {table.columns.some((column) => column.fn !== null) && (
        <p className={styles.note}>{words.lesson.table.noteCalls}</p>
      )}
    </>
  );
}
