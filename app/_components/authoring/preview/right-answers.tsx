'use client';

import type { DraftPreview } from '@/lib/classroom/authoring';
import type { Row } from '@/lib/exercises/form/given-cells';
import * as words from '../../../_words';
import { CodeLines } from '../../ui/code-lines';
import { Panel } from '../../ui/panel';
import { Prose } from '../../ui/prose';
import { AnswerTable } from './answer-table';
import styles from './preview.module.css';

/** What is right in each cell, and why. */
export function RightAnswers({
  preview,
  onTurn,
}: {
  preview: DraftPreview;
  /** Null: no cell can be turned over, because the table is an old one. */
  onTurn: ((row: Row, column: string) => void) | null;
}) {
  const t = words.authoring.editor;
  const { question, answer, cells, program } = preview;
  if (question === null) return null;
  const solution =
    answer?.kind === 'program' ? answer.source : question.kind === 'order' ? (program ?? null) : null;
  return (
    <Panel padded aria-labelledby="right-answers" className={styles.block ?? ''}>
      <h2 id="right-answers">{t.answers}</h2>
      <p className={styles.note}>{question.kind === 'trace-table' ? t.given : t.computed}</p>
      {question.kind === 'trace-table' && <AnswerTable question={question} cells={cells} onTurn={onTurn} />}
      {solution !== null && <CodeLines source={solution} label={t.solution} />}
      {question.kind !== 'trace-table' && question.kind !== 'order' && question.kind !== 'program' && (
        <dl className={styles.facts}>
          {cells.map(({ cell, label, expected }) => (
            <div key={cell}>
              <dt>
                <Prose text={label} />
              </dt>
              <dd>{expected}</dd>
            </div>
          ))}
        </dl>
      )}
      <details>
        <summary>{t.showReasons}</summary>
        <ul className={styles.reasons}>
          {cells.map(({ cell, label, reason }) => (
            <li key={cell}>
              <b>
                <Prose text={label} />
              </b>{' '}
              <Prose text={reason} />
            </li>
          ))}
        </ul>
      </details>
    </Panel>
  );
}
