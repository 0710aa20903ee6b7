import type { Answer, PublicExercise } from '@/lib/exercises/browser';

/** A question of an attempt, as the browser gets it: it holds nothing that tells the answer. */
export interface Question {
  readonly position: number;
  readonly label: string;
  readonly points: number;
  readonly exercise: PublicExercise;
}

export type Answers = Readonly<Record<number, Answer>>;

export type TraceTable = Extract<PublicExercise, { kind: 'trace-table' }>;
export type Choice = Extract<PublicExercise, { kind: 'choice' }>;
export type TraceTableAnswer = Extract<Answer, { kind: 'trace-table' }>;
export type ChoiceAnswer = Extract<Answer, { kind: 'choice' }>;

/** What an untouched question answers. */
export function blankAnswer(exercise: PublicExercise): Answer {
  switch (exercise.kind) {
    case 'choice':
      return { kind: 'choice', chosen: [] };
    case 'order':
      return { kind: 'order', lines: [] };
    case 'program':
      return { kind: 'program', source: '' };
    case 'memory-diagram':
      return { kind: 'memory-diagram', names: {}, objects: [] };
    default:
      return { kind: exercise.kind, cells: {} };
  }
}

/** Ids of the cells that are asked, in reading order. */
export function askedCells(exercise: TraceTable): string[] {
  return exercise.rows.flatMap((row) =>
    row.cells.filter((cell) => cell.given === null).map((cell) => cell.id),
  );
}

/** How much of a question is answered. */
export function filled(exercise: PublicExercise, answer: Answer): { done: number; of: number } {
  if (exercise.kind !== 'trace-table' || answer.kind !== 'trace-table')
    return { done: answer.kind === 'choice' && answer.chosen.length > 0 ? 1 : 0, of: 1 };
  const asked = askedCells(exercise);
  return { done: asked.filter((id) => (answer.cells[id] ?? '').trim() !== '').length, of: asked.length };
}
