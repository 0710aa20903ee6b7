import { z } from 'zod';
import type { PublicExercise } from '@/lib/exercises/public';
import type { CellState } from '@/lib/grading/marks';
import type { MisconceptionId } from '@/lib/simulator/misconceptions/ids';
import type { BinName, Discrimination, Facility, Figure, Quartiles } from './statistics';

/** Which of a student's submitted attempts at an exercise is looked at. */
export const attemptChoices = ['first', 'last', 'best'] as const;
export const sortKeys = ['title', 'n', 'facility', 'discrimination'] as const;

const orNull = <Value extends z.ZodType>(value: Value) => value.nullable().catch(null).default(null);

/** What the address of a page asks for. What it cannot mean is left out. */
export const scopeSchema = z.object({
  section: orNull(z.uuid()),
  assignment: orNull(z.uuid()),
  attempt: z.enum(attemptChoices).catch('first').default('first'),
});
export type Scope = z.infer<typeof scopeSchema>;

export const listQuerySchema = scopeSchema.extend({
  sort: z.enum(sortKeys).catch('title').default('title'),
  down: z.enum(['yes', 'no']).catch('no').default('no'),
});
export type ListQuery = z.infer<typeof listQuerySchema>;

export const itemQuerySchema = scopeSchema.extend({
  /** The part that is opened, by its place. */
  part: orNull(z.string().max(40)),
});
export type ItemQuery = z.infer<typeof itemQuerySchema>;

/** What a page can be narrowed to. */
export interface ScopeChoices {
  readonly course: { readonly id: string; readonly title: string; readonly isDemo: boolean };
  readonly sections: readonly { readonly id: string; readonly title: string }[];
  readonly assignments: readonly { readonly id: string; readonly title: string }[];
}

/** What a teacher should look at. */
export type Flag = 'negative' | 'weak' | 'hard' | 'easy';

/** An exercise in the list. */
export interface ExerciseFigures {
  readonly exerciseId: string;
  readonly title: string;
  readonly slug: string;
  /** Students with a submitted answer. */
  readonly n: number;
  readonly facility: Figure<Facility>;
  readonly discrimination: Figure<Discrimination>;
  readonly commonest: BeliefCount | null;
  readonly flags: readonly Flag[];
}

export interface Student {
  readonly userId: string;
  readonly name: string;
}

/** A belief, and with how many it was named. */
export interface BeliefCount {
  readonly id: MisconceptionId;
  readonly title: string;
  readonly students: number;
}

/** Wrong answers to one part that say the same. */
export interface WrongGroup {
  readonly says:
    | { readonly type: 'value'; readonly text: string }
    /** Where the right number differs from variant to variant. */
    | { readonly type: 'off'; readonly by: number }
    /** What was right one row above. */
    | { readonly type: 'stale' }
    | { readonly type: 'others'; readonly example: string };
  readonly students: readonly Student[];
  /** The beliefs that were named, and that explain this part. */
  readonly beliefs: readonly BeliefCount[];
}

/** One part of an exercise over all answers: a cell of a table, a line of output, a goal. */
export interface PartFigures {
  /** Its place: 'step.nth' in a table, the name of the part elsewhere. */
  readonly place: string;
  readonly label: string;
  readonly n: number;
  readonly states: Readonly<Record<CellState, number>>;
  /** Answers that are not what Python says; empty ones apart. */
  readonly wrong: number;
  /** Their part of all; null of fewer than ten answers. */
  readonly wrongShare: number | null;
  /** What is right; null where it differs from variant to variant. */
  readonly expected: string | null;
  readonly groups: readonly WrongGroup[];
}

/** An option of a choice, by its place in the content file. */
export interface OptionFigures {
  readonly place: number;
  readonly text: string;
  readonly code: boolean;
  /** In the variant that is shown. */
  readonly right: boolean;
  /** The beliefs that were named with those who chose it. */
  readonly beliefs: readonly BeliefCount[];
  readonly students: readonly Student[];
  /** The part of the answers in which it was chosen; null of fewer than ten. */
  readonly share: number | null;
  /** Mean share of the other questions of those who chose it; null where fewer than ten did. */
  readonly rest: number | null;
}

/** A misconception at the first and at the last attempt of each student. */
export interface BeliefFlow {
  readonly id: MisconceptionId;
  readonly title: string;
  readonly belief: string;
  readonly first: readonly Student[];
  readonly last: readonly Student[];
  /** Of those who tried again: named at both, at the first only, at the last only. */
  readonly stayed: readonly Student[];
  readonly left: readonly Student[];
  readonly came: readonly Student[];
  /** Who said, at some attempt, that it was not what they were thinking. */
  readonly denied: readonly Student[];
}

export interface ParameterFigures {
  readonly name: string;
  /** Values with ten answers or more, the most frequent first. */
  readonly values: readonly {
    readonly text: string;
    readonly n: number;
    readonly facility: Figure<Facility>;
  }[];
  /** How many other values there are, and their answers. */
  readonly rare: { readonly values: number; readonly answers: number };
}

/** Everything about one exercise. */
export interface ItemAnalysis {
  readonly exercise: { readonly id: string; readonly slug: string; readonly title: string };
  readonly n: number;
  readonly facility: Figure<Facility>;
  readonly discrimination: Figure<Discrimination>;
  readonly distribution: Readonly<Record<BinName, number>>;
  readonly flags: readonly Flag[];
  /** Students by the number of their submitted attempts. */
  readonly attempts: readonly { readonly attempts: number; readonly students: number }[];
  /** Seconds worked on the exercise. */
  readonly seconds: Figure<Quartiles>;
  /** Answers without a known time. */
  readonly untimed: number;
  /** A variant to show the parts on; null where nobody has answered. */
  readonly shown: PublicExercise | null;
  /** Whether the answers are to different variants. */
  readonly varies: boolean;
  /** Answers to other versions of the exercise: in the figures, not in the parts. */
  readonly otherVersions: number;
  readonly parts: readonly PartFigures[];
  /** Null for other kinds than choices. */
  readonly options: readonly OptionFigures[] | null;
  readonly flow: readonly BeliefFlow[];
  /** Students with two attempts or more. */
  readonly triedAgain: number;
  readonly parameters: readonly ParameterFigures[];
  /** Answers of which the drawing is not known. */
  readonly undrawn: number;
}
