/** How often the diagnosis is right: on students whose belief is known, and on students who only slip. */
import { type BelievedAnswer, believedAnswers } from '@/lib/exercises/beliefs/answers';
import { type Readings, readingsOf, saysSame } from '@/lib/exercises/beliefs/readings';
import type { ExerciseContent } from '@/lib/exercises/content/exercise-template';
import type { Answer } from '@/lib/exercises/public';
import { makeVariant, solutionOf, type Variant } from '@/lib/exercises/variant';
import { diagnose } from '@/lib/grading/diagnosis/diagnose';
import { sure } from '@/lib/grading/diagnosis/parameters';
import type { Diagnosis } from '@/lib/grading/diagnosis/schema';
import { gradeAnswer } from '@/lib/grading/grade';
import { simulate } from '@/lib/simulator';
import type { MisconceptionId } from '@/lib/simulator/misconceptions/ids';
import { Chance, carried, completed, slipped } from '@/prisma/demo/students/slips';

export const noises = [0, 0.05, 0.1] as const;

/** What became of the students with one belief, at one rate of slips. */
export interface Tally {
  students: number;
  named: number;
  right: number;
}
const tally = (): Tally => ({ students: 0, named: 0, right: 0 });

export interface Measured {
  /** By misconception, then by rate of slips. */
  readonly beliefs: Map<MisconceptionId, Map<number, Tally>>;
  /** Exercises on which each misconception has an answer of its own, on some variant. */
  readonly differsOn: Map<MisconceptionId, Set<string>>;
  /** Exercises that can show each misconception, on some variant. */
  readonly shownBy: Map<MisconceptionId, Set<string>>;
  /** Students who only slip: by what they do. `named` of them were given a misconception. */
  readonly slips: Map<string, Tally>;
}

export const nothingMeasured = (): Measured => ({
  beliefs: new Map(),
  differsOn: new Map(),
  shownBy: new Map(),
  slips: new Map(),
});

export interface Plan {
  readonly seed: number;
  /** Variants of the exercise, students of each kind on each. */
  readonly variants: number;
  readonly students: number;
}

type Made = Extract<Variant, { status: 'made' }>;

/** Adds what is measured on one exercise. Kinds whose answers are programs are not diagnosed. */
export function measure(slug: string, content: ExerciseContent, plan: Plan, into: Measured): void {
  const variants = content.exercise.parameters === undefined ? 1 : plan.variants;
  for (let n = 0; n < variants; n++) {
    const made = makeVariant(content, plan.seed + n * 7919, (source) => simulate(source));
    if (made.status !== 'made') continue;
    const beliefs = believedAnswers(made, made.key);
    const chance = new Chance(plan.seed + n, slug);
    for (const belief of beliefs) {
      const [id] = belief.believes;
      if (belief.believes.length === 1 && id !== undefined)
        withBelief(slug, made, beliefs, belief, id, plan.students, chance, into);
    }
    withSlips(made, beliefs, plan.students, chance, into);
  }
}

function diagnosed(made: Made, answer: Answer, beliefs: readonly BelievedAnswer[]): Diagnosis | null {
  const { exercise, key } = made;
  const found = diagnose(key, answer, gradeAnswer(exercise, key, answer, 1).cells, beliefs);
  return found !== null && found.confidence >= sure ? found : null;
}

/**
 * Whether a variant can show a belief: its answer is wrong in two cells or more, and differs from that of each other
 * belief in a cell in which both say something. One wrong cell is never enough to tell a belief from a slip.
 */
function canShow(made: Made, belief: BelievedAnswer, beliefs: readonly BelievedAnswer[]): boolean {
  const truth = readingsOf(made.key, solutionOf(made.key));
  const apart = (a: Readings, b: Readings): number =>
    [...a].filter(([cell, said]) => {
      const other = b.get(cell);
      return other !== undefined && !saysSame(said, other);
    }).length;
  return (
    apart(belief.readings, truth) >= 2 &&
    beliefs.every(
      (other) => other === belief || other.believes.length > 1 || apart(belief.readings, other.readings) > 0,
    )
  );
}

function withBelief(
  slug: string,
  made: Made,
  beliefs: readonly BelievedAnswer[],
  belief: BelievedAnswer,
  id: MisconceptionId,
  students: number,
  chance: Chance,
  { beliefs: found, differsOn, shownBy }: Measured,
): void {
  differsOn.set(id, (differsOn.get(id) ?? new Set()).add(slug));
  const answer = completed(belief.answer, solutionOf(made.key));
  const isRight = (diagnosis: Diagnosis | null) => diagnosis?.named.join() === id;
  if (!canShow(made, belief, beliefs)) return;
  shownBy.set(id, (shownBy.get(id) ?? new Set()).add(slug));
  for (const noise of noises) {
    const rows = found.get(id) ?? new Map<number, Tally>();
    const row = rows.get(noise) ?? tally();
    found.set(id, rows.set(noise, row));
    for (let n = 0; n < (noise === 0 ? 1 : students); n++) {
      const diagnosis = diagnosed(made, slipped(made.key, answer, noise, chance), beliefs);
      row.students += 1;
      if (diagnosis !== null) row.named += 1;
      if (isRight(diagnosis)) row.right += 1;
    }
  }
}

function withSlips(
  made: Made,
  beliefs: readonly BelievedAnswer[],
  students: number,
  chance: Chance,
  { slips }: Measured,
): void {
  const truth = solutionOf(made.key);
  if (beliefs.length === 0) return;
  const add = (what: string, answer: Answer | null) => {
    if (answer === null) return;
    const row = slips.get(what) ?? tally();
    slips.set(what, row);
    row.students += 1;
    if (diagnosed(made, answer, beliefs) !== null) row.named += 1;
  };
  for (let n = 0; n < 2 * students; n++) {
    for (const noise of noises)
      if (noise > 0) add(`slips, ${noise * 100} % of cells`, slipped(made.key, truth, noise, chance));
    add('one slip, carried down its column', carried(made.key, truth, chance));
  }
}
