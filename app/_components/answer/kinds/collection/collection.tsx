'use client';

import * as words from '../../../../_words';
import { AnswerGrid } from '../../grid/answer-grid';
import type { KindProps } from '../../model';
import { collectionWidths } from '../../widths';
import { AskedObject } from './asked-object';

/** For each object the step at which it is freed, and what frees it. */
export function Collection({
  exercise,
  answer,
  onChange,
  complaints,
  onSay,
}: KindProps<'collection'> & { onSay: (text: string) => void }) {
  const t = words.kinds.collection;
  const steps = exercise.steps.map(({ step, source }) => ({
    value: String(step),
    text: t.step(step, source),
  }));
  const options = [...steps, { value: 'never', text: t.never }];
  return (
    <AnswerGrid
      label={exercise.title}
      corner={t.object}
      columns={(['when', 'how'] as const).map((type) => ({ id: type, type, label: t[type], head: t[type] }))}
      rows={exercise.objects.map((object) => ({
        id: object.label,
        head: <AskedObject label={object.label} />,
        cells: object.cells.map(({ id, type }) => ({
          id,
          column: type,
          label: t.cell(object.label, type),
          given: null,
          ...(type === 'when' && { options }),
        })),
      }))}
      widths={collectionWidths}
      cells={answer.cells}
      onChange={(cells, key) => onChange({ kind: 'collection', cells: bothNever(answer.cells, cells) }, key)}
      complaints={complaints}
      onSay={onSay}
    />
  );
}

/** What is freed at no step is freed by nothing: the one `never` writes the other, where that says nothing yet. */
function bothNever(
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
): Record<string, string> {
  const cells = { ...after };
  for (const [id, value] of Object.entries(after)) {
    if (value !== 'never' || before[id] === 'never') continue;
    const [row = '', type] = id.split('.');
    const other = `${row}.${type === 'when' ? 'how' : 'when'}`;
    if ((cells[other] ?? '') === '') cells[other] = 'never';
  }
  return cells;
}
