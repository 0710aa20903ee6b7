/** The figures of one exercise, from the rows of its answers. Pure. */
import type { ExerciseContent } from '@/lib/exercises/content/exercise-template';
import type { KeyedExercise } from '@/lib/exercises/keys';
import { choiceAnswerSchema } from '@/lib/exercises/kinds/choice/schema';
import type { PublicExercise } from '@/lib/exercises/public';
import { drawValues } from '@/lib/exercises/templates/draw';
import type { Drawn } from '@/lib/exercises/templates/expression';
import { diagnosisSchema } from '@/lib/grading/diagnosis/schema';
import { cellsSchema } from '@/lib/grading/marks';
import { misconceptions } from '@/lib/simulator/misconceptions';
import type { MisconceptionId } from '@/lib/simulator/misconceptions/ids';
import { byParameter, type DrawnAnswer } from './by-parameter';
import { flagsOf } from './flags';
import { beliefFlow, type Held } from './flow';
import { optionFigures } from './options';
import { type MarkedAnswer, partFigures } from './parts';
import type {
  BeliefFlow,
  ItemAnalysis,
  OptionFigures,
  ParameterFigures,
  PartFigures,
  Student,
} from './schema';
import { discrimination, distribution, facility, groupedBy, type ItemScore, quartiles } from './statistics';

export interface ItemRow extends ItemScore {
  readonly userId: string;
  readonly name: string;
  readonly seed: number;
  readonly body: unknown;
  readonly drawing: number | null;
  readonly seconds: number | null;
  readonly cells: unknown;
  readonly diagnosis: unknown;
  readonly revisionId: string;
}

/** A submitted attempt; those of one student stand together, in order. */
export interface AttemptAt {
  readonly userId: string;
  readonly name: string;
  readonly named: readonly MisconceptionId[] | null;
  readonly denied: boolean;
}

/** The version of the exercise and the variant on which its parts are shown. */
export interface Shown {
  readonly revisionId: string;
  readonly seed: number;
  readonly content: ExerciseContent;
  readonly variant: KeyedExercise;
  readonly rendered: PublicExercise;
}

export function itemAnalysis(
  exercise: ItemAnalysis['exercise'],
  rows: readonly ItemRow[],
  attempts: readonly AttemptAt[],
  shown: Shown | null,
): ItemAnalysis {
  const shares = rows.map(({ share }) => share);
  const [share, against] = [facility(shares), discrimination(rows)];
  const same = rows.filter(({ revisionId }) => revisionId === shown?.revisionId);
  const seconds = rows.flatMap((row) => row.seconds ?? []);
  const held = heldBy(attempts);
  const parameters = shown?.content.exercise.parameters;
  return {
    exercise,
    n: rows.length,
    facility: share,
    discrimination: against,
    distribution: distribution(shares),
    flags: flagsOf(share, against),
    attempts: attemptCounts(held),
    seconds: quartiles(seconds),
    untimed: rows.length - seconds.length,
    shown: shown?.rendered ?? null,
    varies: parameters !== undefined && new Set(same.map(({ seed }) => seed)).size > 1,
    otherVersions: rows.length - same.length,
    parts: shown === null ? [] : partsOf(shown, same),
    options: shown === null ? null : optionsOf(shown, same),
    flow: beliefFlow(held).map(withWords),
    triedAgain: held.filter((one) => one.attempts.length > 1).length,
    parameters: parametersOf(shown, same),
    undrawn: parameters === undefined ? 0 : same.filter(({ drawing }) => drawing === null).length,
  };
}

const studentOf = ({ userId, name }: Pick<ItemRow, 'userId' | 'name'>): Student => ({ userId, name });

function marked(row: ItemRow): MarkedAnswer {
  const diagnosis = diagnosisSchema.nullable().parse(row.diagnosis);
  return {
    student: studentOf(row),
    cells: cellsSchema.parse(row.cells),
    named: diagnosis?.named ?? [],
    explains: diagnosis?.explains ?? [],
  };
}

function partsOf({ seed, variant }: Shown, rows: readonly ItemRow[]): PartFigures[] {
  const answers = rows.map(marked);
  const model = answers[rows.findIndex((row) => row.seed === seed)]?.cells ?? [];
  return partFigures(answers, variant.key.kind === 'trace-table', model);
}

function heldBy(attempts: readonly AttemptAt[]): Held[] {
  return [...groupedBy(attempts, ({ userId }) => userId).values()].flatMap((all) =>
    all[0] === undefined
      ? []
      : [
          {
            student: studentOf(all[0]),
            attempts: all.map(({ named }) => named ?? []),
            denied: all.flatMap(({ named, denied }) => (denied ? (named ?? []) : [])),
          },
        ],
  );
}

function attemptCounts(held: readonly Held[]): ItemAnalysis['attempts'] {
  return [...groupedBy(held, ({ attempts }) => String(attempts.length))]
    .map(([attempts, students]) => ({ attempts: Number(attempts), students: students.length }))
    .toSorted((a, b) => a.attempts - b.attempts);
}

function optionsOf({ variant: { key, content } }: Shown, rows: readonly ItemRow[]): OptionFigures[] | null {
  if (key.kind !== 'choice' || content.exercise.kind !== 'choice') return null;
  const answers = rows.flatMap((row) => {
    const answer = choiceAnswerSchema.safeParse(row.body);
    return answer.success
      ? [{ ...marked(row), chosen: answer.data.chosen, seed: row.seed, rest: row.rest }]
      : [];
  });
  return optionFigures(key, content.exercise.order, answers);
}

function parametersOf(shown: Shown | null, rows: readonly ItemRow[]): ParameterFigures[] {
  const parameters = shown?.content.exercise.parameters;
  if (parameters === undefined) return [];
  const answers = rows.flatMap(({ share, seed, drawing }): DrawnAnswer[] => {
    if (drawing === null) return [];
    const values = drawValues(parameters, seed, drawing);
    return [{ share, values: new Map([...values].map(([name, value]) => [name, textOf(value)])) }];
  });
  return byParameter(answers);
}

const textOf = (value: Drawn): string => (typeof value === 'object' ? value.join(', ') : String(value));

const withWords = (flow: Omit<BeliefFlow, 'title' | 'belief'>): BeliefFlow => {
  const { title, belief } = misconceptions[flow.id];
  return { ...flow, title, belief };
};
