import type { ReviewedQuestion } from '@/lib/classroom/attempts';
import { words } from '../../_words';
import { OptionText } from './choice-question';
import { CodeLine } from './code-line';
import { MarkedCell } from './marked-cell';
import type { TraceTable } from './model';
import styles from './reviewed-answer.module.css';
import { StateIcon } from './state-icon';
import { TableHead } from './table-head';
import table from './trace-table.module.css';
import { columnsOf } from './trace-table-columns';

/** What was answered, in the geometry in which it was asked, with its marks in place. */
export function ReviewedAnswer({ question }: { question: ReviewedQuestion }) {
  const { exercise } = question;
  if (exercise.kind === 'trace-table') return <ReviewedTable question={question} exercise={exercise} />;
  return <ReviewedChoice question={question} />;
}

function ReviewedChoice({ question }: { question: ReviewedQuestion }) {
  const { exercise, answer } = question;
  if (exercise.kind !== 'choice') return null;
  const state = question.cells[0]?.state;
  const chosen = answer.kind === 'choice' ? answer.chosen : [];
  return (
    <ul className={styles.options}>
      {exercise.options.map((option) => (
        <li key={option.id} className={chosen.includes(option.id) ? styles.chosen : undefined}>
          <OptionText text={option.text} code={option.code} />
          {chosen.includes(option.id) && (
            <span className={styles.mark}>
              {words.quiz.yourAnswer}
              {state && <StateIcon state={state} />}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

function ReviewedTable({ question, exercise }: { question: ReviewedQuestion; exercise: TraceTable }) {
  const marks = new Map(question.cells.map((mark) => [mark.cell, mark]));
  return (
    // biome-ignore lint/a11y/useSemanticElements: the same grid as when it was filled; on phones it is no table
    <div className={table.table} role="table" aria-label={exercise.title} style={columnsOf(exercise)}>
      <TableHead columns={exercise.columns} />
      {exercise.rows.map((row) => (
        // biome-ignore lint/a11y/useSemanticElements: part of the table above
        // biome-ignore lint/a11y/useFocusableInteractive: nothing in it takes the focus
        <div key={row.step} className={`${table.row} ${table.graded}`} role="row">
          <CodeLine step={row.step} source={row.source} note={null} />
          {row.cells.map((cell) => {
            const mark = marks.get(cell.id);
            const label = exercise.columns.find((column) => column.id === cell.column)?.label ?? '';
            return (
              // biome-ignore lint/a11y/useSemanticElements: part of the table above
              <div key={cell.id} role="cell" className={table.cell} data-label={label} data-cell-id={cell.id}>
                {mark ? <MarkedCell mark={mark} /> : <span className={table.given}>{cell.given}</span>}
              </div>
            );
          })}
        </div>
      ))}
    </div>
  );
}
