import type { ExerciseOf } from '../../answer/model';
import styles from './preview.module.css';

/** The side of a cell, and the step from one to the next. */
const side = 9;
const pitch = 11;

/** The cells of a trace table as squares, those filled in which a misconception answers otherwise. */
export function Fingerprint({
  question,
  wrong,
}: {
  question: ExerciseOf<'trace-table'>;
  wrong: ReadonlySet<string>;
}) {
  const [width, height] = [question.columns.length * pitch, question.rows.length * pitch];
  return (
    <svg className={styles.print} width={width} height={height} aria-hidden="true">
      {question.rows.flatMap((row, y) =>
        row.cells.map(({ id, given }, x) => (
          <rect
            key={id}
            x={x * pitch + 0.5}
            y={y * pitch + 0.5}
            width={side}
            height={side}
            rx={2}
            className={
              given !== null ? styles.shownCell : wrong.has(id) ? styles.wrongCell : styles.rightCell
            }
          />
        )),
      )}
    </svg>
  );
}
