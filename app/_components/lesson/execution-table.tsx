import Link from 'next/link';
import * as words from '../../_words';
import { Pips } from '../ui/pips';
import styles from './execution-table.module.css';
import { FrameTable } from './frame-table';
import type { RunTable } from './run-table';

/** What each step did, and what every name said right after it. */
export function ExecutionTable({ table, slug }: { table: RunTable; slug: string }) {
  const t = words.lesson.table;
  return (
    <>
      <FrameTable>
        <caption className="sr">{t.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t.step}</th>
            <th scope="col">{t.action}</th>
            {table.columns.map((column) => (
              <th key={column.key} scope="col">
                {column.heading}
              </th>
            ))}
            <th scope="col">{table.countHeading}</th>
            <th scope="col">{table.freedHeading}</th>
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <tr key={row.step}>
              <th scope="row">
                <Link
                  href={`/lessons/${slug}/watch?step=${row.step}`}
                  aria-label={words.lesson.watchStep(row.step)}
                  prefetch={false}
                >
                  {row.step}
                </Link>
              </th>
              <td>{row.act}</td>
              {row.cells.map((cell, i) => (
                <td key={table.columns[i]?.key} className={cell.changed ? styles.changed : undefined}>
                  {cell.state === 'bound' ? (
                    <code className={cell.hue > 0 ? `o${cell.hue}` : undefined}>{cell.text}</code>
                  ) : (
                    <span className={styles.none}>{cell.text}</span>
                  )}
                </td>
              ))}
              <td className={row.countChanged ? styles.changed : undefined}>
                <span className={styles.count}>
                  {row.count !== null && <Pips count={row.count} />}
                  {row.countText}
                </span>
              </td>
              <td className={row.freedChanged ? styles.changed : undefined}>
                {row.freed ? <b>{t.yes}</b> : t.no}
              </td>
            </tr>
          ))}
        </tbody>
      </FrameTable>
      {table.noneIsUndefined && <p className={styles.note}>{t.noteNone}</p>}
      {table.columns.some((column) => column.fn !== null) && <p className={styles.note}>{t.noteCalls}</p>}
      {table.freedBy !== null && (
        <p className={styles.note}>
          {table.freedHeading === t.collected && t.noteCollected} {t.noteFreed[table.freedBy]}
        </p>
      )}
    </>
  );
}
