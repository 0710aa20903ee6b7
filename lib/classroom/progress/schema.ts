import type { AttemptReview } from '../attempts/schema';

/** A column of the overview: one question of one quiz. */
export interface OverviewQuestion {
  readonly key: string;
  readonly quizSlug: string;
  readonly quizTitle: string;
  readonly position: number;
  readonly label: string;
  readonly title: string;
}

export interface OverviewMark {
  readonly points: number;
  readonly possible: number;
}

/** A row of the overview. Marks are those of the best submitted attempt of each quiz. */
export interface OverviewStudent {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  /** Submitted attempts. */
  readonly attempts: number;
  readonly lastActivity: Date | null;
  readonly points: number;
  readonly possible: number;
  readonly marks: Readonly<Record<string, OverviewMark | null>>;
}

export interface ClassOverview {
  readonly course: { readonly id: string; readonly title: string; readonly isDemo: boolean };
  readonly questions: readonly OverviewQuestion[];
  readonly students: readonly OverviewStudent[];
}

export interface StudentAnswers {
  readonly student: { readonly userId: string; readonly name: string; readonly email: string };
  readonly attempts: readonly AttemptReview[];
}
