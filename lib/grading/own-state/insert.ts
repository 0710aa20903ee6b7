/** A program with statements put in after some of its steps, and the way back from its lines to the first ones. */
import type { Place } from './place';

export interface Insertion {
  readonly place: Place;
  /** Statements, one a line, without indentation. */
  readonly lines: readonly string[];
}

export interface Extended {
  readonly source: string;
  /** The line of the first program; null for a line that was put in. */
  readonly originalLine: (line: number) => number | null;
  /** The insertion that a line belongs to; null for the others, counters of visits among them. */
  readonly insertionAt: (line: number) => Insertion | null;
}

interface Line {
  readonly text: string;
  readonly original: number | null;
  readonly insertion: Insertion | null;
}

/**
 * Puts statements in. Where a statement runs several times, a counter tells the visit that is meant. A counter is
 * a number of the module, and refers to no object.
 */
export function insertAll(source: string, insertions: readonly Insertion[]): Extended {
  const counted = new Set<number>();
  const lines: Line[] = [];
  source.split('\n').forEach((text, index) => {
    const line = index + 1;
    lines.push({ text, original: line, insertion: null });
    const here = insertions.filter(({ place }) => place.line === line);
    const [first] = here;
    if (first === undefined) return;
    const { indent, visits, frame } = first.place;
    const add = (statement: string, insertion: Insertion | null) =>
      lines.push({ text: indent + statement, original: null, insertion });
    const counter = `${counterName}${line}`;
    if (visits > 1) {
      counted.add(line);
      if (frame !== null) add(`global ${counter}`, null);
      add(`${counter} += 1`, null);
    }
    for (const insertion of here) {
      if (visits === 1) for (const statement of insertion.lines) add(statement, insertion);
      else {
        add(`if ${counter} == ${insertion.place.visit}:`, insertion);
        for (const statement of insertion.lines) add(`  ${statement}`, insertion);
      }
    }
  });
  const start = [...counted].map((line) => ({
    text: `${counterName}${line} = 0`,
    original: null,
    insertion: null,
  }));
  const all = [...start, ...lines];
  return {
    source: all.map(({ text }) => text).join('\n'),
    originalLine: (line) => all[line - 1]?.original ?? null,
    insertionAt: (line) => all[line - 1]?.insertion ?? null,
  };
}

const counterName = '_visits_';
