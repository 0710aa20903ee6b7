'use client';

import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { type MouseEvent, memo, useRef } from 'react';
import type { BookPage } from '@/lib/classroom/gradebook';
import { gradebook } from '../../_words/gradebook';
import { bookAddress, sortedBy } from './book-address';
import styles from './gradebook.module.css';
import { MarkText } from './mark-text';
import { useGridKeys } from './use-grid-keys';

type BookTableProps = Pick<BookPage, 'columns' | 'groups' | 'rows' | 'query' | 'listed'> & {
  /** Of the class. */
  address: string;
  /** Rows on the pages before. */
  before: number;
};

/** Columns that stand before those of the marks: name, section, total. */
const fixed = 3;

/**
 * Students × assignments or exercises. Head and names stay in sight; arrow keys move from cell to cell, Enter opens the
 * history of a mark.
 */
export function BookTable({ columns, groups, rows, query, listed, address, before }: BookTableProps) {
  const t = gradebook;
  const router = useRouter();
  const grid = useRef<HTMLTableElement>(null);
  const { onKeyDown, onFocus, cell } = useGridKeys(grid, {
    row: rows.length,
    column: fixed + columns.length - 1,
  });
  // Thousands of cells are plain links: what is pressed goes through the router all the same.
  const onClick = (event: MouseEvent) => {
    const link =
      event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-mark]') : null;
    if (!link || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    router.push(link.getAttribute('href') ?? '');
  };
  const book = `${address}/gradebook`;
  const head = (sort: string, column: number) => ({
    href: bookAddress(book, sortedBy(query, sort)),
    order: query.sort === sort ? query.order : null,
    cell: cell(0, column),
  });
  const heads = groups.length > 0 ? 2 : 1;
  return (
    <section className={styles.scroll} aria-label={t.title} onKeyDown={onKeyDown} onFocus={onFocus}>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the links in it have keys of their own */}
      <table
        ref={grid}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells are walked by arrow keys is a grid
        role="grid"
        aria-label={t.title}
        aria-rowcount={listed + heads}
        className={styles.table}
        onClick={onClick}
      >
        <thead>
          {groups.length > 0 && (
            <tr aria-rowindex={1}>
              <td colSpan={fixed} />
              {groups.map(({ key, title, columns: wide }) => (
                <th key={key} scope="colgroup" colSpan={wide} className={styles.group}>
                  <span>{title}</span>
                </th>
              ))}
            </tr>
          )}
          <tr aria-rowindex={heads}>
            <SortHead {...head('name', 0)} word={t.student} />
            <SortHead {...head('section', 1)} word={t.section} />
            <SortHead {...head('total', 2)} word={t.total} />
            {columns.map(({ key, title, possible }, index) => (
              <SortHead key={key} {...head(key, fixed + index)} word={title} note={t.possible(possible)} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={row.userId} aria-rowindex={before + heads + index + 1}>
              <th scope="row">
                <Link
                  className={styles.name}
                  href={`${address}/students/${row.userId}`}
                  prefetch={false}
                  {...cell(index + 1, 0)}
                >
                  {row.name}
                </Link>
              </th>
              <td>
                <span {...cell(index + 1, 1)}>{row.section ?? '–'}</span>
              </td>
              <td className={styles.total}>
                <span {...cell(index + 1, 2)}>
                  {row.total ? (
                    <>
                      <b>{t.totalOf(row.total)}</b> {t.percent(row.total)}
                    </>
                  ) : (
                    <>
                      <span aria-hidden="true">–</span>
                      <span className="sr">{t.nothingCounts}</span>
                    </>
                  )}
                </span>
              </td>
              {columns.map((column, place) => {
                const mark = row.marks[place];
                return (
                  mark && (
                    <td key={column.key}>
                      <a
                        data-mark=""
                        href={`${book}/${row.userId}/${column.assignmentId}`}
                        aria-label={t.mark(mark)}
                        {...cell(index + 1, fixed + place)}
                      >
                        <MarkText mark={mark} />
                      </a>
                    </td>
                  )
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface SortHeadProps {
  href: string;
  order: 'up' | 'down' | null;
  cell: object;
  word: string;
  note?: string;
}

const sorts = { up: 'ascending', down: 'descending' } as const;

const SortHead = memo(function SortHead({ href, order, cell, word, note }: SortHeadProps) {
  return (
    <th scope="col" {...(order && { 'aria-sort': sorts[order] })}>
      <Link href={href} prefetch={false} scroll={false} {...cell}>
        {word}
        {note && <small>{note}</small>}
        {order && <span aria-hidden="true">{order === 'up' ? '▲' : '▼'}</span>}
      </Link>
    </th>
  );
});
