'use client';

import type { MarkHistory } from '@/lib/classroom/gradebook';
import type { ActionResult } from '@/lib/web';
import { gradebook } from '../../../_words/gradebook';
import styles from './history.module.css';
import { ReasonForm } from './reason-form';

interface ExcusesProps {
  courseId: string;
  history: Pick<MarkHistory, 'items' | 'excuse' | 'seenExcuse' | 'student' | 'assignment'>;
  /** Null for who may look, and change nothing. */
  send: ((input: unknown) => Promise<ActionResult<unknown>>) | null;
}

/** What of the assignment is excused for this student: all of it, or one exercise. */
export function Excuses({ courseId, history, send }: ExcusesProps) {
  const t = gradebook;
  const { items, excuse, seenExcuse, student, assignment } = history;
  const things = [
    { exerciseId: null, title: t.whole, excuse },
    ...(items.length > 1 ? items : []).map((item) => ({ ...item, title: item.title })),
  ];
  return (
    <ul className={styles.list}>
      {things.map(({ exerciseId, title, excuse: stands }) => {
        const word = stands ? t.unexcuse(title) : t.excuse(title);
        return (
          <li key={exerciseId ?? ''}>
            <b>{title}</b>
            {stands && <span>{t.excusedNow(stands.author, stands.reason)}</span>}
            {send && (
              <details>
                <summary>{word}</summary>
                <ReasonForm
                  label={word}
                  word={word}
                  send={(reason) =>
                    send({
                      courseId,
                      assignmentId: assignment.assignmentId,
                      userId: student.userId,
                      exerciseId,
                      excused: !stands,
                      reason,
                      seen: seenExcuse,
                    })
                  }
                />
              </details>
            )}
          </li>
        );
      })}
    </ul>
  );
}
