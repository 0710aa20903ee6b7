/** An answer part by part: what is filled, what is empty, where two answers differ. */
import type { Answer, PublicExercise } from '@/lib/exercises/browser';
import * as words from '../../_words';
import { drawnParts } from './kinds/memory-diagram/drawn-parts';
import { type Answers, answerFor, type Complaints, type ExerciseOf, type Question } from './model';

export interface Part {
  readonly id: string;
  /** What is asked there: a cell of a table; empty where the question has one answer. */
  readonly label: string;
  /** What is answered; empty where nothing is. */
  readonly text: string;
  /** Nobody asks for it: it is there because it was drawn. */
  readonly unasked?: boolean;
}

/** The parts that are asked, in reading order, with what is answered in each. */
export function partsOf(exercise: PublicExercise, answer: Answer | undefined): Part[] {
  switch (exercise.kind) {
    case 'choice': {
      const { chosen } = answerFor<'choice'>(exercise, answer);
      const texts = exercise.options.flatMap(({ id, text }) => (chosen.includes(id) ? [text] : []));
      return [{ id: 'choice', label: '', text: texts.join('; ') }];
    }
    case 'trace-table':
      return tableParts(exercise, answerFor<'trace-table'>(exercise, answer).cells);
    case 'collection': {
      const { cells } = answerFor<'collection'>(exercise, answer);
      return exercise.objects.flatMap((object) =>
        object.cells.map(({ id, type }) => ({
          id,
          label: words.kinds.collection.cell(object.label, type),
          text: textOf(cells, id),
        })),
      );
    }
    case 'output': {
      const { cells } = answerFor<'output'>(exercise, answer);
      return exercise.lines.flatMap(({ id, given }) =>
        given === null ? [{ id, label: words.kinds.output.line(id), text: textOf(cells, id) }] : [],
      );
    }
    case 'memory-diagram':
      return drawnParts(exercise, answerFor<'memory-diagram'>(exercise, answer));
    case 'order': {
      const { lines } = answerFor<'order'>(exercise, answer);
      const texts = lines.flatMap((id) => exercise.lines.filter((line) => line.id === id));
      return [{ id: 'order', label: '', text: texts.map((line) => line.text).join('\n') }];
    }
    case 'program': {
      const { source } = answerFor<'program'>(exercise, answer);
      // The program to begin with is nobody's answer.
      const untouched = source.trim() === exercise.snippet.trim();
      return [{ id: 'program', label: '', text: untouched ? '' : source }];
    }
  }
}

function tableParts(exercise: ExerciseOf<'trace-table'>, cells: Readonly<Record<string, string>>): Part[] {
  const labels = new Map(exercise.columns.map((column) => [column.id, column.label]));
  return exercise.rows.flatMap((row) =>
    row.cells.flatMap(({ id, column, given }) =>
      given === null
        ? [{ id, label: words.quiz.cell(labels.get(column) ?? column, row.step), text: textOf(cells, id) }]
        : [],
    ),
  );
}

const textOf = (cells: Readonly<Record<string, string>>, id: string): string => (cells[id] ?? '').trim();

/** How much of a question is answered. */
export function filled(exercise: PublicExercise, answer: Answer | undefined): { done: number; of: number } {
  const parts = partsOf(exercise, answer).filter(({ unasked }) => !unasked);
  return { done: parts.filter(({ text }) => text !== '').length, of: parts.length };
}

/** Names of what is still empty: questions, and the parts of those that have several. */
export function emptyParts(questions: readonly Question[], answers: Answers): string[] {
  const alone = questions.length === 1;
  return questions.flatMap(({ exercise, label, position }) => {
    const empty = partsOf(exercise, answers[position]).filter(({ text, unasked }) => text === '' && !unasked);
    const question = words.quiz.question(label);
    return empty.map((part) => {
      if (part.label === '') return alone ? words.quiz.theAnswer : question;
      return alone ? part.label : `${question}: ${part.label}`;
    });
  });
}

export interface Difference {
  readonly label: string;
  readonly here: string;
  readonly other: string;
}

/** Where two drafts of a question differ, what each says. */
export function differences(
  { exercise }: Pick<Question, 'exercise'>,
  here: Answer | undefined,
  other: Answer,
): Difference[] {
  const [own, theirs] = [partsOf(exercise, here), partsOf(exercise, other)];
  const told = (part: Part | undefined) => part?.text || words.quiz.nothing;
  const ids = [...new Set([...own, ...theirs].map(({ id }) => id))];
  return ids.flatMap((id) => {
    const [a, b] = [own, theirs].map((parts) => parts.find((part) => part.id === id));
    return a?.text === b?.text ? [] : [{ label: a?.label ?? b?.label ?? '', here: told(a), other: told(b) }];
  });
}

/** The complaints that still hold: those about parts that say the same as before. Any change mends a program. */
export function complaintsLeft(
  exercise: PublicExercise,
  complaints: Complaints,
  before: Answer | undefined,
  after: Answer,
): Complaints {
  const old = new Map(partsOf(exercise, before).map(({ id, text }) => [id, text]));
  const same = new Set(
    partsOf(exercise, after).flatMap(({ id, text }) => (old.get(id) === text ? [id] : [])),
  );
  return new Map([...complaints].filter(([cell]) => same.has(cell)));
}
