'use client';

import type { AwaitedPerson } from '@/lib/classroom/people';
import { courses, people } from '../../_words/people';
import { Button } from '../ui/button';
import { type Action, useAction } from '../ui/use-action';
import type { Changed } from './model';
import styles from './people.module.css';

interface SeatRowProps {
  readonly courseId: string;
  readonly seat: AwaitedPerson;
  readonly section: string;
  /** Null for who may not hand it out. */
  readonly code: string | null;
  readonly remove: Action;
  readonly onDone: (changed: Changed) => void;
}

/** A place that is kept, with the code that opens it. */
export function SeatRow({ courseId, seat, section, code, remove, onDone }: SeatRowProps) {
  const { run, busy, failure } = useAction(remove, courses.failed);
  const press = async () => {
    if (await run({ courseId, seatId: seat.seatId })) onDone({ text: people.seatGone(seat.name) });
  };
  return (
    <tr>
      <th scope="row">
        {seat.name}
        <small>{seat.email}</small>
      </th>
      <td>{code && <code>{code}</code>}</td>
      <td>{section}</td>
      <td>{seat.studentNumber}</td>
      <td className={styles.end}>
        {failure && <span role="alert">{failure}</span>}
        {code && (
          <Button small busy={busy} aria-label={`${people.removeSeat}: ${seat.name}`} onClick={press}>
            {people.removeSeat}
          </Button>
        )}
      </td>
    </tr>
  );
}
