'use client';

import * as words from '../../../../_words';
import { AnswerGrid } from '../../grid/answer-grid';
import type { KindProps } from '../../model';
import { outputWidths } from '../../widths';
import { LineNumber } from './line-number';

/** What the program prints, a field for each line. */
export function Output({
  exercise,
  answer,
  onChange,
  complaints,
  onSay,
}: KindProps<'output'> & { onSay: (text: string) => void }) {
  const t = words.kinds.output;
  return (
    <AnswerGrid
      label={exercise.title}
      corner={t.number}
      columns={[{ id: 'line', type: 'line', label: t.printed, head: t.printed }]}
      rows={exercise.lines.map(({ id, given }) => ({
        id,
        head: <LineNumber id={id} />,
        cells: [{ id, column: 'line', label: t.line(id), given }],
      }))}
      widths={outputWidths}
      cells={answer.cells}
      onChange={(cells, key) => onChange({ kind: 'output', cells }, key)}
      complaints={complaints}
      onSay={onSay}
    />
  );
}
