/** Which columns and rows a table asks: those in which something happens. Pure. */
import type { Timeline } from '@/lib/exercises/facts/timeline';
import type { Column } from '@/lib/exercises/kinds/trace-table/schema';
import type { Candidate } from './candidates';

const mostValues = 4;
const mostRows = 12;

export interface ChosenColumn extends Candidate {
  /** What it is called in the file, and what students read above it. */
  readonly id: string;
  readonly label: string;
}

/** Values of the names that change most, one count and its end, one column of aliases, and what is printed. */
export function chooseColumns(candidates: readonly Candidate[]): ChosenColumn[] {
  const values = candidates.filter(({ type }) => type === 'value');
  const kept = new Set(mostChanging(values, mostValues));
  const [count] = mostChanging(ofType(candidates, 'count'), 1);
  const freed =
    count === undefined ? [] : ofType(candidates, 'freed').filter(({ name }) => name === count.name);
  // Objects whose count never changes may still be in a cycle, which the collector collects.
  const freedAlone = count === undefined ? mostChanging(ofType(candidates, 'freed'), 1) : [];
  return named([
    ...values.filter((one) => kept.has(one)),
    ...(count === undefined ? [] : [count]),
    ...freed,
    ...freedAlone,
    ...mostChanging(ofType(candidates, 'same'), 1),
    ...ofType(candidates, 'output'),
  ]);
}

const ofType = (candidates: readonly Candidate[], type: Candidate['type']): Candidate[] =>
  candidates.filter((one) => one.type === type);

/** Of equals those that come first: sorting is stable. */
const mostChanging = (candidates: readonly Candidate[], most: number): Candidate[] =>
  candidates.toSorted((a, b) => b.changes - a.changes).slice(0, most);

function named(candidates: readonly Candidate[]): ChosenColumn[] {
  const taken = new Set<string>();
  return candidates.map((one) => {
    const wanted = one.type === 'value' ? one.name : one.type === 'same' ? `same-${one.name}` : one.type;
    const free = (id: string) => !taken.has(id);
    const id = free(wanted) ? wanted : ([2, 3, 4].map((n) => `${wanted}-${n}`).find(free) ?? wanted);
    taken.add(id);
    return { ...one, id, label: labelOf(one) };
  });
}

function labelOf({ type, name }: Candidate): string {
  if (type === 'value') return name;
  if (type === 'same') return `same object as ${name}`;
  return { count: 'reference count', freed: 'freed', output: 'printed' }[type];
}

/** The column as the file has it: what it would be called anyway is left out. */
export function columnOf({ column, type, id, label, name }: ChosenColumn): Column {
  const byItself = type === 'value' ? name : type === 'same' ? `same-${name}` : type;
  return {
    ...column,
    ...(id === byItself ? {} : { id }),
    ...(type === 'value' ? {} : { label }),
  };
}

/** The steps that become rows: all of a short program; of a long one the first, and those at which something changes. */
export function chooseRows({ steps }: Timeline, columns: readonly ChosenColumn[]): number[] {
  const all = steps.map(({ n }) => n);
  if (all.length <= mostRows) return all;
  const moves = all.filter(
    (n) => n === 1 || columns.some(({ says }) => says[n - 1] !== null && says[n - 1] !== says[n - 2]),
  );
  return moves.slice(0, mostRows);
}
