import type { ReviewedQuestion } from '@/lib/classroom/attempts';
import { traceOf } from '@/lib/exercises/keys';
import * as words from '../../../_words';
import { makeFilm } from '../../stage/film/make-film';
import { CodeLines } from '../../ui/code-lines';
import { OptionText } from '../kinds/choice/option-text';
import { AskedObject } from '../kinds/collection/asked-object';
import { LineNumber } from '../kinds/output/line-number';
import { CodeLine } from '../kinds/trace-table/code-line';
import { ColumnHead } from '../kinds/trace-table/column-head';
import { widthsOf } from '../kinds/trace-table/trace-table-columns';
import { answerFor, type ExerciseOf } from '../model';
import { collectionWidths, outputWidths } from '../widths';
import { MarkedGrid } from './marked-grid';
import styles from './reviewed-answer.module.css';
import { ReviewedDrawing } from './reviewed-drawing';
import { runSource } from './run-source';
import { StateIcon } from './state-icon';
import { StepPicture } from './step-picture';

/** What was answered, in the form in which it was asked, with its marks in place. */
export function ReviewedAnswer({ question }: { question: ReviewedQuestion }) {
  const { exercise, cells: marks } = question;
  switch (exercise.kind) {
    case 'choice':
      return <ReviewedChoice question={question} exercise={exercise} />;
    case 'trace-table':
      return (
        <MarkedGrid
          label={exercise.title}
          corner={words.quiz.program}
          columns={exercise.columns.map((column) => ({ ...column, head: <ColumnHead column={column} /> }))}
          rows={exercise.rows.map((row) => ({
            id: String(row.step),
            head: <CodeLine step={row.step} source={row.source} note={null} />,
            cells: row.cells,
          }))}
          widths={widthsOf(exercise)}
          marks={marks}
        />
      );
    case 'collection': {
      const t = words.kinds.collection;
      return (
        <MarkedGrid
          label={exercise.title}
          corner={t.object}
          columns={(['when', 'how'] as const).map((id) => ({ id, label: t[id], head: t[id] }))}
          rows={exercise.objects.map((object) => ({
            id: object.label,
            head: <AskedObject label={object.label} />,
            cells: object.cells.map(({ id, type }) => ({ id, column: type, given: null })),
          }))}
          widths={collectionWidths}
          marks={marks}
        />
      );
    }
    case 'output': {
      const t = words.kinds.output;
      return (
        <MarkedGrid
          label={exercise.title}
          corner={t.number}
          columns={[{ id: 'line', label: t.printed, head: t.printed }]}
          rows={exercise.lines.map(({ id, given }) => ({
            id,
            head: <LineNumber id={id} />,
            cells: [{ id, column: 'line', given }],
          }))}
          widths={outputWidths}
          marks={marks}
        />
      );
    }
    case 'memory-diagram':
      return <ReviewedDiagram question={question} exercise={exercise} />;
    default:
      return <ReviewedProgram question={question} />;
  }
}

function ReviewedChoice({
  question,
  exercise,
}: {
  question: ReviewedQuestion;
  exercise: ExerciseOf<'choice'>;
}) {
  const state = question.cells[0]?.state;
  const { chosen } = answerFor<'choice'>(exercise, question.answer);
  return (
    <ul className={styles.options}>
      {exercise.options.map((option) => (
        <li key={option.id} className={chosen.includes(option.id) ? styles.chosen : undefined}>
          <OptionText text={option.text} code={option.code} />
          {chosen.includes(option.id) && (
            <span className={styles.mark}>
              {words.quiz.answered}
              {state && <StateIcon state={state} />}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

/** The drawing with its marks, and what memory looks like in Python. */
async function ReviewedDiagram({
  question,
  exercise,
}: {
  question: ReviewedQuestion;
  exercise: ExerciseOf<'memory-diagram'>;
}) {
  const film = makeFilm(await traceOf(exercise.snippet));
  const step = exercise.after?.step ?? film.scenes.length - 1;
  return (
    <div className={styles.drawings}>
      <ReviewedDrawing
        names={exercise.names}
        drawing={answerFor<'memory-diagram'>(exercise, question.answer)}
        marks={question.cells}
      />
      <StepPicture film={film} step={step} caption={words.quiz.picture.python(step)} />
    </div>
  );
}

/** The program that was answered; its goals are told with the reasons. */
function ReviewedProgram({ question }: { question: ReviewedQuestion }) {
  return (
    <div className={styles.code}>
      <CodeLines source={runSource(question)} label={words.kinds.program.editor} />
    </div>
  );
}
