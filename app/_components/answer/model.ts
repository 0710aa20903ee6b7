import type { Answer, PublicExercise } from '@/lib/exercises/browser';

/** A question of an attempt, as the browser gets it: it holds nothing that tells the answer. */
export interface Question {
  readonly position: number;
  readonly label: string;
  readonly points: number;
  readonly exercise: PublicExercise;
}

/** A question that is being answered, with what was saved of the answer. */
export interface OpenQuestion extends Question {
  readonly draft: { readonly version: number; readonly answer: Answer; readonly savedAt: Date } | null;
}

export type Answers = Readonly<Record<number, Answer>>;

export type KindName = PublicExercise['kind'];
export type ExerciseOf<Kind extends KindName> = Extract<PublicExercise, { kind: Kind }>;
export type AnswerOf<Kind extends KindName> = Extract<Answer, { kind: Kind }>;

/** What could not be read, by cell, as the server said. */
export type Complaints = ReadonlyMap<string, string>;

/** What every place to answer takes. */
export interface KindProps<Kind extends KindName> {
  exercise: ExerciseOf<Kind>;
  answer: AnswerOf<Kind>;
  /** `key` says what was changed: changes of the same thing, one after the other, are undone as one. */
  onChange: (answer: AnswerOf<Kind>, key?: string) => void;
  complaints: Complaints;
}

/** What an untouched question answers. */
export function blankAnswer(exercise: PublicExercise): Answer {
  switch (exercise.kind) {
    case 'choice':
      return { kind: 'choice', chosen: [] };
    case 'order':
      return { kind: 'order', lines: [] };
    case 'program':
      return { kind: 'program', source: exercise.snippet };
    case 'memory-diagram':
      return { kind: 'memory-diagram', names: {}, objects: [] };
    default:
      return { kind: exercise.kind, cells: {} };
  }
}

/** The answer where it is of the exercise's kind; the untouched one where it is not. */
export function answerFor<Kind extends KindName>(
  exercise: ExerciseOf<Kind>,
  answer: Answer | undefined,
): AnswerOf<Kind> {
  const own = answer?.kind === exercise.kind ? answer : blankAnswer(exercise as PublicExercise);
  return own as AnswerOf<Kind>;
}
