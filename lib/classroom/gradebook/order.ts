/** Which students the gradebook lists, and in which order. Pure. */
import type { Mark, Total } from './rules';
import type { BookFilter, BookQuery } from './schema';

/** Case and accents do not matter to who looks for a name. */
const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{Mark}/gu, '')
    .toLowerCase();

interface Named {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly sectionId: string | null;
  readonly section: string | null;
}

/** Whether the name and the section are those asked for. */
export function isWanted(person: Named, { name, section }: Pick<BookQuery, 'name' | 'section'>): boolean {
  if (section !== null && person.sectionId !== (section === 'none' ? null : section)) return false;
  const part = plain(name);
  return part === '' || plain(person.name).includes(part) || plain(person.email).includes(part);
}

/** Whether one of the marks is of the kind asked for. */
export function hasState(marks: readonly Mark[], filter: BookFilter): boolean {
  return marks.some((mark) => {
    if (filter === 'late' || filter === 'overridden') return mark[filter];
    return mark.state === filter || (filter === 'excused' && mark.partly);
  });
}

const names = new Intl.Collator('en');

export const byName = (a: Named, b: Named): number =>
  names.compare(a.name, b.name) || (a.userId < b.userId ? -1 : Number(a.userId > b.userId));

/** By the title of the section, who is in none last; then by name. */
export const bySection = (a: Named, b: Named): number =>
  nullsLast(a.section, b.section, (x, y) => names.compare(x, y)) || byName(a, b);

/** The share that a total is of what can be earned. */
export const shareOf = (total: Total | null): number | null =>
  total === null ? null : total.points / total.possible;

/**
 * Sorts by a figure, who has none last whichever way it goes; equals by name.
 */
export function sortedByFigure<P extends Named>(
  people: readonly P[],
  figureOf: (person: P) => number | null,
  order: BookQuery['order'],
): P[] {
  const sign = order === 'up' ? 1 : -1;
  const figures = new Map(people.map((person) => [person.userId, figureOf(person)]));
  const figure = (person: P) => figures.get(person.userId) ?? null;
  return [...people].sort(
    (a, b) => nullsLast(figure(a), figure(b), (x, y) => sign * (x - y)) || byName(a, b),
  );
}

function nullsLast<T>(a: T | null, b: T | null, compare: (a: T, b: T) => number): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return compare(a, b);
}

/** So many cells a page has at about the most; where there are many columns it has fewer rows. */
const cellsOfPage = 3000;

export const rowsOfPage = (columns: number): number =>
  Math.min(100, Math.max(20, Math.floor(cellsOfPage / Math.max(1, columns))));
