/** A submitted attempt as its author and the teachers of the course see it. */
import 'server-only';
import { answerSchema } from '@/lib/exercises/public';
import { diagnosisSchema } from '@/lib/grading/diagnosis/schema';
import { cellsSchema } from '@/lib/grading/marks';
import { misconceptions } from '@/lib/simulator/misconceptions';
import { lastOverride, type StoredOverride, standingOverride } from '../marks/queries';
import { effectivePoints } from '../marks/rules';
import { itemSelection, keyedQuestions, type StoredItem, shownQuestion } from './questions';
import { total } from './rules';
import type { AttemptReview, DiagnosisView, ReviewedQuestion } from './schema';

export const reviewSelection = {
  id: true,
  number: true,
  seed: true,
  submittedAt: true,
  quiz: { select: { slug: true } },
  quizRevision: { select: { title: true, items: { select: itemSelection, orderBy: { position: 'asc' } } } },
  submission: {
    select: {
      answers: {
        select: {
          position: true,
          body: true,
          marks: {
            where: { supersededAt: null },
            select: {
              id: true,
              points: true,
              possible: true,
              cells: true,
              diagnosis: true,
              denial: { select: { at: true } },
              exerciseRevision: { select: itemSelection.exerciseRevision.select },
            },
          },
          overrides: lastOverride,
        },
      },
    },
  },
} as const;

export interface ReviewedAttempt {
  readonly id: string;
  readonly number: number;
  readonly seed: number;
  readonly submittedAt: Date | null;
  readonly quiz: { readonly slug: string };
  readonly quizRevision: { readonly title: string; readonly items: readonly StoredItem[] };
  readonly submission: {
    readonly answers: readonly {
      readonly position: number;
      readonly body: unknown;
      readonly marks: readonly {
        readonly id: string;
        readonly points: { toNumber(): number };
        readonly possible: { toNumber(): number };
        readonly cells: unknown;
        readonly diagnosis: unknown;
        readonly denial: { readonly at: Date } | null;
        /** The corrected revision that they were derived from; null: the one that was answered. */
        readonly exerciseRevision: StoredItem['exerciseRevision'] | null;
      }[];
      readonly overrides: readonly StoredOverride[];
    }[];
  } | null;
}

/** A stored diagnosis with the words of its beliefs, the marks that name it, and whether its student denied it. */
export function diagnosisView(
  stored: unknown,
  { marksId, denied }: Pick<DiagnosisView, 'marksId' | 'denied'>,
): DiagnosisView | null {
  const diagnosis = diagnosisSchema.nullable().parse(stored);
  if (diagnosis === null) return null;
  return {
    misconceptions: diagnosis.named.map((named) => {
      const { id, title, belief, refutation } = misconceptions[named];
      return { id, title, belief, refutation };
    }),
    confidence: diagnosis.confidence,
    cells: diagnosis.explains,
    step: diagnosis.step,
    denied,
    marksId,
  };
}

/** The stored marks with the questions they belong to. The attempt must be submitted. */
export async function reviewOf(attempt: ReviewedAttempt): Promise<AttemptReview> {
  const { id, number, seed, submittedAt, quiz, quizRevision, submission } = attempt;
  if (submittedAt === null || submission === null) throw new Error(`the attempt ${id} is not submitted`);
  const answers = new Map(submission.answers.map((answer) => [answer.position, answer]));
  // Marks are shown with the question that they were derived from.
  const items = quizRevision.items.map((item) => {
    const corrected = answers.get(item.position)?.marks[0]?.exerciseRevision;
    return corrected ? { ...item, exerciseRevision: corrected } : item;
  });
  const questions = await keyedQuestions(items, seed);
  const reviewed = questions.map((question): ReviewedQuestion => {
    const answer = answers.get(question.position);
    const [marks] = answer?.marks ?? [];
    if (answer === undefined || marks === undefined) {
      throw new Error(`the attempt ${id} has no marks for question ${question.position}`);
    }
    const override = standingOverride(answer.overrides);
    return {
      ...shownQuestion(question),
      points: effectivePoints(marks.points.toNumber(), override),
      possible: marks.possible.toNumber(),
      override,
      answer: answerSchema.parse(answer.body),
      cells: cellsSchema.parse(marks.cells),
      diagnosis: diagnosisView(marks.diagnosis, { marksId: marks.id, denied: marks.denial !== null }),
      explanation: question.content.exercise.explanation,
    };
  });
  return {
    attemptId: id,
    number,
    submittedAt,
    points: total(reviewed.map((question) => question.points)),
    possible: total(reviewed.map((question) => question.possible)),
    quiz: { slug: quiz.slug, title: quizRevision.title },
    questions: reviewed,
    varies: questions.some((question) => question.content.exercise.parameters !== undefined),
  };
}
