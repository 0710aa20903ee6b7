import type { MisconceptionId } from '@/lib/simulator/misconceptions/ids';
import { flagsOf } from './flags';
import type { ExerciseFigures, ListQuery } from './schema';
import { discrimination, type Figure, facility, type ItemScore } from './statistics';
import { beliefCounts } from './wrong-values';

/** A student's answer to an exercise, with the beliefs that were named. */
export interface NamedScore extends ItemScore {
  readonly named: readonly MisconceptionId[] | null;
}

export function exerciseFigures(
  name: Pick<ExerciseFigures, 'exerciseId' | 'slug' | 'title'>,
  answers: readonly NamedScore[],
): ExerciseFigures {
  const [share, against] = [facility(answers.map((one) => one.share)), discrimination(answers)];
  return {
    ...name,
    n: answers.length,
    facility: share,
    discrimination: against,
    commonest: beliefCounts(answers.flatMap(({ named }) => named ?? []))[0] ?? null,
    flags: flagsOf(share, against),
  };
}

/** The exercises as the query wants them. What is not known comes last, whichever way they are sorted. */
export function sorted(
  exercises: readonly ExerciseFigures[],
  { sort, down }: Pick<ListQuery, 'sort' | 'down'>,
): ExerciseFigures[] {
  const way = down === 'yes' ? -1 : 1;
  const byTitle = (a: ExerciseFigures, b: ExerciseFigures) => a.title.localeCompare(b.title, 'en');
  if (sort === 'title') return exercises.toSorted((a, b) => way * byTitle(a, b));
  return exercises.toSorted((a, b) => {
    const [x, y] = [figureOf(a, sort), figureOf(b, sort)];
    if (x === null || y === null) return Number(x === null) - Number(y === null) || byTitle(a, b);
    return way * (x - y) || byTitle(a, b);
  });
}

function figureOf(one: ExerciseFigures, sort: Exclude<ListQuery['sort'], 'title'>): number | null {
  if (sort === 'n') return one.n;
  if (sort === 'facility') return known(one.facility, ({ share }) => share);
  return known(one.discrimination, ({ r }) => r);
}

const known = <Value>(figure: Figure<Value>, read: (value: Value) => number): number | null =>
  figure.status === 'known' ? read(figure.value) : null;
