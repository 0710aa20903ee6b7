/** What students would see of a draft, and what is right. Pure: the same draft and seed give the same preview. */
import type { KindName } from '@/lib/exercises/kinds';
import type { Run } from '@/lib/exercises/kinds/contract';
import type { Answer, PublicExercise } from '@/lib/exercises/public';
import {
  examineAnswer,
  makeVariant,
  renderExercise,
  solutionOf,
  type Variant,
} from '@/lib/exercises/variant';
import { gradeAnswer } from '@/lib/grading/grade';
import type { CellMark } from '@/lib/grading/marks';
import { type DraftProblem, type DraftText, inOrder } from './draft';
import { faultProblem, refusedProblems } from './faults';
import { readDraft } from './read-draft';

/** What is right in one cell, and why. */
export type RightCell = Pick<CellMark, 'cell' | 'label' | 'expected' | 'reason' | 'step'>;

export interface DraftPreview {
  readonly seed: number;
  readonly problems: readonly DraftProblem[];
  /** What a student sees before the submission; null where there is an error. */
  readonly question: PublicExercise | null;
  /** The answer that earns every mark, to be shown as a student's answer is; null where there is no question. */
  readonly answer: Answer | null;
  /** The same cell by cell, with the reason that the student reads; empty where there is no question. */
  readonly cells: readonly RightCell[];
  /** Markdown, shown after the submission; filled. */
  readonly explanation: string | null;
  /** The program that is run, filled; for `order` and `program` not what the student sees. */
  readonly program: string | null;
  readonly kind: KindName | null;
  /** Whether another seed may give another question. */
  readonly varies: boolean;
}

/** Points that the preview is marked out of: what is shown of it does not depend on them. */
const points = 10;

/**
 * Reads a draft, fills it for the seed and computes its question and its answers. `examine` runs the program that an
 * answer is, within the bounds of students' programs.
 */
export function previewDraft(draft: DraftText, seed: number, run: Run, examine: Run): DraftPreview {
  const read = readDraft(draft);
  const nothing = {
    seed,
    question: null,
    answer: null,
    cells: [],
    explanation: null,
    program: null,
    kind: read.content?.exercise.kind ?? null,
    varies: read.content?.exercise.parameters !== undefined,
  };
  if (read.content === null) return { ...nothing, problems: inOrder(read.problems) };
  const made = makeVariant(read.content, seed, run);
  if (made.status === 'refused') {
    return {
      ...nothing,
      problems: inOrder([...read.problems, ...refusedProblems(draft, read, seed, made.faults, run)]),
    };
  }
  return {
    ...nothing,
    ...shownOf(made, examine),
    problems: inOrder([
      ...read.problems,
      ...made.warnings.map((fault) => faultProblem(fault, 'warning', draft, read.locate)),
    ]),
  };
}

function shownOf(made: Extract<Variant, { status: 'made' }>, examine: Run) {
  const { exercise, key, snippet } = made;
  const answer = solutionOf(key);
  const marks = gradeAnswer(exercise, key, answer, points, examineAnswer(key, answer, examine));
  return {
    question: renderExercise(made, key),
    answer,
    cells: marks.cells.map(({ cell, label, expected, reason, step }) => ({
      cell,
      label,
      expected,
      reason,
      step,
    })),
    explanation: exercise.explanation,
    program: snippet,
  };
}
