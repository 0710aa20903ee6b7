'use client';

import { Eye } from 'lucide-react';
import type { DraftPreview } from '@/lib/classroom/authoring';
import type { Row } from '@/lib/exercises/form/given-cells';
import * as words from '../../../_words';
import type { ExerciseOf } from '../../answer/model';
import { ScrollBox } from '../../ui/scroll-box';
import styles from './preview.module.css';

interface AnswerTableProps {
  question: ExerciseOf<'trace-table'>;
  cells: DraftPreview['cells'];
  onTurn: ((row: Row, column: string) => void) | null;
}

/** The right answers of a trace table. Each cell is a button: shown to students, or asked of them. */
export function AnswerTable({ question, cells, onTurn }: AnswerTableProps) {
  const t = words.authoring.editor;
  const right = new Map(cells.map(({ cell, expected }) => [cell, expected]));
  const labels = new Map(question.columns.map(({ id, label }) => [id, label]));
  return (
    <ScrollBox label={t.answerTable}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t.step}</th>
            {question.columns.map((column) => (
              <th key={column.id} scope="col">
                {column.label}
                {column.type !== 'value' && column.type !== 'output' && <small>{column.about}</small>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {question.rows.map((row) => (
            <tr key={row.step}>
              <th scope="row">
                <span>{row.step}</span> <code>{row.source}</code>
              </th>
              {row.cells.map(({ id, column, given }) => {
                const name = words.quiz.cell(labels.get(column) ?? column, row.step);
                const text = given ?? right.get(id) ?? '';
                return (
                  <td key={id}>
                    <button
                      type="button"
                      className={given === null ? styles.asked : styles.given}
                      aria-pressed={given !== null}
                      aria-disabled={onTurn === null || undefined}
                      aria-label={`${given === null ? t.cellAsked(name) : t.cellShown(name)}: ${text}`}
                      onClick={() =>
                        onTurn?.({ step: row.step, columns: row.cells.map((cell) => cell.column) }, column)
                      }
                    >
                      {text}
                      {given !== null && <Eye size={14} aria-hidden="true" />}
                    </button>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
