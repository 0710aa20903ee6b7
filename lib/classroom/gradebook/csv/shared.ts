/** What the conventions have in common. Pure. */
import type { Mark } from '../rules';

export interface ExportColumn {
  readonly title: string;
  readonly possible: number;
}

export interface ExportPerson {
  readonly name: string;
  readonly email: string;
  readonly studentNumber: string | null;
  readonly section: string | null;
}

export interface ExportRow extends ExportPerson {
  readonly marks: readonly Mark[];
}

/** What counts of a mark: nothing handed in counts 0 once it is missing, and is not there as long as it waits. */
export function pointsOf({ state, points }: Mark): number | null {
  return state === 'missing' ? 0 : points;
}

/** Titles that tell the columns apart: those who read the file go by them. */
export function distinct(titles: readonly string[]): string[] {
  const seen = new Set<string>();
  return titles.map((title) => {
    let name = title;
    for (let n = 2; seen.has(name); n += 1) name = `${title} [${n}]`;
    seen.add(name);
    return name;
  });
}
