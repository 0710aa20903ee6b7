import type { Answer } from '@/lib/exercises/browser';
import { words } from '../../_words';
import { askedCells, type Question } from './model';

export interface DraftLine {
  /** What was answered: a cell of a table; empty where the question has one answer. */
  readonly label: string;
  readonly here: string;
  readonly other: string;
}

/** Where two drafts of a question differ, what each says. */
export function differences({ exercise }: Question, here: Answer | undefined, other: Answer): DraftLine[] {
  if (exercise.kind === 'choice') {
    const text = (answer: Answer | undefined) => {
      const chosen = answer?.kind === 'choice' ? answer.chosen : [];
      const options = exercise.options.filter((option) => chosen.includes(option.id));
      return options.map((option) => option.text).join('; ') || words.quiz.nothing;
    };
    return [{ label: '', here: text(here), other: text(other) }];
  }
  if (exercise.kind !== 'trace-table') return [];
  const cellOf = (answer: Answer | undefined, id: string) =>
    (answer?.kind === 'trace-table' ? (answer.cells[id] ?? '') : '').trim();
  return askedCells(exercise).flatMap((id) => {
    const [a, b] = [cellOf(here, id), cellOf(other, id)];
    if (a === b) return [];
    const [step = '', column = ''] = id.split('.');
    const name = exercise.columns.find((c) => c.id === column)?.label ?? column;
    const label = words.quiz.cell(name, Number(step));
    return [{ label, here: a || words.quiz.nothing, other: b || words.quiz.nothing }];
  });
}
