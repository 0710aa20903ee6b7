import Link from 'next/link';
import type { CellState, LiveBoard, LiveCell, LiveStudent, Stuck } from '@/lib/classroom/live';
import * as words from '../../_words';
import { points } from '../ui/format';
import { Panel } from '../ui/panel';
import { ScrollBox } from '../ui/scroll-box';
import styles from './live.module.css';

interface BoardTableProps {
  board: LiveBoard;
  students: readonly LiveStudent[];
  names: boolean;
  answersOf: ((exerciseId: string) => string) | null;
  studentAt: (userId: string) => string;
}

/** Students by question. It scrolls in itself, and the names stay in sight. */
export function BoardTable({ board, students, names, answersOf, studentAt }: BoardTableProps) {
  const t = words.live;
  return (
    <Panel className={styles.panel}>
      <ScrollBox label={t.board}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t.student}</th>
              <th scope="col">{t.state}</th>
              {board.questions.map(({ exerciseId, label, title, right, marked }) => (
                <th key={exerciseId} scope="col">
                  {answersOf ? (
                    <Link
                      href={answersOf(exerciseId)}
                      prefetch={false}
                      aria-label={t.answersTo(label, title)}
                    >
                      {label}
                    </Link>
                  ) : (
                    <b>{label}</b>
                  )}
                  <small className={styles.title}>{title}</small>
                  <small>{marked === 0 ? t.noMarks : t.rightOf(right, marked)}</small>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {students.map((student) => (
              <tr key={student.userId} data-student={student.userId}>
                <th scope="row">
                  {names ? (
                    <Link href={studentAt(student.userId)} prefetch={false}>
                      {student.name}
                    </Link>
                  ) : (
                    t.alias(student.alias)
                  )}
                </th>
                <td className={styles.standing}>
                  {t.standing[student.standing]}
                  {student.attempts > 0 && <small>{t.attempts(student.attempts)}</small>}
                  {student.stuck && (
                    <span className={styles.stuck}>
                      {t.stuck}: {because(student.stuck)}
                    </span>
                  )}
                </td>
                {student.cells.map((cell, column) => (
                  <td key={board.questions[column]?.exerciseId}>
                    <Cell cell={cell} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      {students.length === 0 && <p className={styles.quiet}>{t.noneShown}</p>}
    </Panel>
  );
}

/** Told apart by a sign, and by text: never by colour alone. */
const signs: Readonly<Record<CellState, string>> = {
  none: '–',
  open: '○',
  typed: '…',
  right: '✓',
  partly: '◐',
  wrong: '✕',
};

function Cell({ cell }: { cell: LiveCell }) {
  const word = words.live.cell[cell.state];
  return (
    <span className={styles.cell} data-state={cell.state} title={word}>
      <span aria-hidden="true">{signs[cell.state]}</span>
      <span className={cell.points === null && cell.state !== 'typed' ? 'sr' : undefined}>
        {cell.points === null ? word : `${points(cell.points)} / ${points(cell.possible ?? 0)}`}
      </span>
      {cell.points !== null && <span className="sr">, {word}</span>}
    </span>
  );
}

const because = (stuck: Stuck): string =>
  stuck.code === 'quiet'
    ? words.live.stuckBecause.quiet(stuck.minutes)
    : words.live.stuckBecause.noGain(stuck.attempts);
