import { questionLabel, total } from '../attempts/rules';
import type { OverviewMark, OverviewQuestion, OverviewStudent } from './schema';

/** A quiz revision's items as columns. */
export interface QuizColumns {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly items: readonly {
    readonly position: number;
    readonly exerciseId: string;
    readonly title: string;
  }[];
}

/** A question is told by its exercise: it keeps its column when the quiz is put in another order. */
export const questionKey = (quizId: string, exerciseId: string): string => `${quizId}:${exerciseId}`;

/** The columns of the overview: quizzes that somebody has submitted first, then by title; questions in order. */
export function overviewQuestions(
  quizzes: readonly QuizColumns[],
  answered: ReadonlySet<string>,
): OverviewQuestion[] {
  const isUsed = (quiz: QuizColumns) =>
    quiz.items.some(({ exerciseId }) => answered.has(questionKey(quiz.id, exerciseId)));
  return [...quizzes]
    .sort((a, b) => Number(isUsed(b)) - Number(isUsed(a)) || a.title.localeCompare(b.title, 'en'))
    .flatMap((quiz) =>
      quiz.items.map(({ position, exerciseId, title }) => ({
        key: questionKey(quiz.id, exerciseId),
        quizSlug: quiz.slug,
        quizTitle: quiz.title,
        position,
        label: questionLabel(position),
        title,
      })),
    );
}

export interface StudentRow {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly attempts: number;
  readonly lastActivity: Date | null;
  /** By question key. */
  readonly marks: ReadonlyMap<string, OverviewMark>;
}

/** A row of the overview; questions without an answer count nothing. */
export function overviewStudent(row: StudentRow, questions: readonly OverviewQuestion[]): OverviewStudent {
  const marks = questions.map(({ key }) => [key, row.marks.get(key) ?? null] as const);
  const present = marks.flatMap(([, mark]) => (mark === null ? [] : [mark]));
  const { userId, name, email, attempts, lastActivity } = row;
  return {
    userId,
    name,
    email,
    attempts,
    lastActivity,
    points: total(present.map((mark) => mark.points)),
    possible: total(present.map((mark) => mark.possible)),
    marks: Object.fromEntries(marks),
  };
}
