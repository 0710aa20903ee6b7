/** Whether a draft may be published: the check that the catalogue passes. Pure. */
import { contentHash } from '@/lib/common/hash';
import type { ExerciseContent } from '@/lib/exercises/content/exercise-template';
import type { Run } from '@/lib/exercises/kinds/contract';
import { makeVariant } from '@/lib/exercises/variant';
import { checkExercise } from '@/lib/grading/check-exercise';
import { type DraftProblem, type DraftText, inOrder } from './draft';
import { faultProblem, refusedProblems } from './faults';
import { type ReadDraft, readDraft } from './read-draft';

export type CheckedDraft =
  | {
      readonly status: 'sound';
      readonly content: ExerciseContent;
      readonly hash: string;
      readonly warnings: readonly DraftProblem[];
    }
  | { readonly status: 'faulty'; readonly problems: readonly DraftProblem[] };

const seedsFrom = (first: number, count: number): number[] =>
  Array.from({ length: count }, (_, index) => (first + index) * 7919 + 1);

/** Variants that are checked, and those that are counted besides: as `npm run exercises:check` does. */
const thoroughly = { checked: 50, counted: 150 };
/** Of many exercises at once, each is checked less: the catalogue, when it is loaded, computes one variant of each. */
const quickly = { checked: 10, counted: 0 };

/**
 * Checks a draft that is to be the exercise with this id. Quickly: on fewer variants, without counting different ones and
 * without the machines of the beliefs that it names.
 */
export function checkDraft(
  draft: DraftText,
  exerciseId: string,
  run: Run,
  depth: 'thoroughly' | 'quickly',
): CheckedDraft {
  const read = readDraft(draft);
  const { content, problems } = read;
  if (content === null) return faulty(problems);
  const found = [...problems, ...idProblems(read, content, exerciseId)];
  const first = makeVariant(content, 1, run);
  if (first.status === 'refused')
    return faulty([...found, ...refusedProblems(draft, read, 1, first.faults, run)]);
  const varies = content.exercise.parameters !== undefined;
  const { checked, counted } = depth === 'thoroughly' ? thoroughly : quickly;
  const report = checkExercise(depth === 'thoroughly' ? content : withoutBeliefs(content), {
    run,
    // Without parameters a seed shuffles at most.
    seeds: seedsFrom(0, varies ? checked : 2),
    ...(varies && { countSeeds: seedsFrom(checked, counted) }),
  });
  found.push(
    ...report.faults.map((fault) => {
      const problem = faultProblem(fault, 'error', draft, read.locate);
      // Seed 0 stands for all of them.
      return varies && fault.seed > 0
        ? { ...problem, message: `${problem.message} (variant ${fault.seed})` }
        : problem;
    }),
  );
  if (found.some(({ severity }) => severity === 'error')) return faulty(found);
  const warnings = first.warnings.map((fault) => faultProblem(fault, 'warning', draft, read.locate));
  return {
    status: 'sound',
    content,
    hash: contentHash(content),
    warnings: inOrder([...found, ...warnings]),
  };
}

function withoutBeliefs({ exercise, snippet }: ExerciseContent): ExerciseContent {
  const { misconceptions: _, ...others } = exercise;
  return { exercise: others as ExerciseContent['exercise'], snippet };
}

const faulty = (problems: readonly DraftProblem[]): CheckedDraft => ({
  status: 'faulty',
  problems: inOrder(problems),
});

function idProblems({ locate }: ReadDraft, { exercise }: ExerciseContent, id: string): DraftProblem[] {
  if (exercise.id.toLowerCase() === id.toLowerCase()) return [];
  const message = `The id of this exercise is ${id}, and cannot be changed.`;
  return [{ file: 'exercise.yaml', ...locate(['id']), message, severity: 'error' }];
}
