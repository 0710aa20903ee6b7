'use client';

import { useState } from 'react';
import type { LiveBoard } from '@/lib/classroom/live';
import * as words from '../../_words';
import { Button } from '../ui/button';
import { Beliefs } from './beliefs';
import { type Filter, isShown } from './board-filter';
import { BoardTable } from './board-table';
import { Figures } from './figures';
import styles from './live.module.css';
import { useLiveBoard } from './use-live-board';

interface LiveViewProps {
  first: LiveBoard;
  courseId: string;
  section: string | null;
  namesHidden: boolean;
  stuckNote: string;
}

/** A class at work, as it moves. Names can be hidden for a projector; the address keeps that. */
export function LiveView({ first, courseId, section, namesHidden, stuckNote }: LiveViewProps) {
  const t = words.live;
  const query = new URLSearchParams({ quiz: first.quiz.slug, ...(section === null ? {} : { section }) });
  const { board, connection } = useLiveBoard(first, {
    board: `/api/courses/${courseId}/live/board?${query}`,
    events: `/api/courses/${courseId}/live/events`,
  });
  const [filter, setFilter] = useState<Filter>('all');
  const [names, setNames] = useState(!namesHidden);
  const showNames = (shown: boolean) => {
    setNames(shown);
    const address = new URL(window.location.href);
    if (shown) address.searchParams.delete('names');
    else address.searchParams.set('names', 'hidden');
    window.history.replaceState(null, '', address);
  };
  const base = `/teach/${courseId}`;
  const answersBy = (key: string) => (value: string) => {
    const search = new URLSearchParams(query);
    search.set(key, value);
    return `${base}/live/answers?${search}`;
  };
  const shown = board.students.filter(isShown(board, filter));
  // By the alphabet, hidden names would be half told.
  if (!names) shown.sort((a, b) => a.alias - b.alias);
  const count = (key: Filter) => board.students.filter(isShown(board, key)).length;
  return (
    <div className={styles.live} data-connection={connection}>
      <div className={styles.line}>
        <p className={styles.status} role="status">
          <i aria-hidden="true" data-connection={connection} />
          {t.status[connection]}
        </p>
        <time dateTime={board.at} suppressHydrationWarning>
          {t.updated(clock.format(new Date(board.at)))}
        </time>
        <Button small onClick={() => showNames(!names)}>
          {names ? t.hideNames : t.showNames}
        </Button>
      </div>
      <p className="sr" aria-live="polite">
        {t.told(count('submitted'), count('working'), count('stuck'))}
      </p>
      <Figures board={board} filter={filter} onFilter={setFilter} />
      <div className={styles.columns}>
        <BoardTable
          board={board}
          students={shown}
          names={names}
          answersOf={names ? answersBy('question') : null}
          studentAt={(userId) => `${base}/students/${userId}`}
        />
        <Beliefs
          board={board}
          filter={filter}
          onFilter={setFilter}
          answersOf={names ? answersBy('belief') : null}
        />
      </div>
      <p className={styles.quiet}>{stuckNote}</p>
    </div>
  );
}

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' });
