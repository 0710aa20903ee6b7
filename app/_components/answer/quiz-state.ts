import type { AttemptSummary, AttemptView } from '@/lib/classroom/attempts';
import type { Question } from './model';

/** A quiz as somebody in a course sees it. */
export interface OwnQuiz {
  readonly type: 'student';
  readonly owner: string;
  readonly start: { readonly courseId: string; readonly quizSlug: string };
  readonly open: AttemptView | null;
  readonly submitted: readonly AttemptSummary[];
}

/** A quiz as the person who looks at it may see it. */
export type QuizState =
  /** Not signed in, or in no course: the questions can be read. */
  { readonly type: 'reader'; readonly signedIn: boolean; readonly questions: readonly Question[] } | OwnQuiz;
