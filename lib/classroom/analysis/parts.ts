import type { CellMark, CellState } from '@/lib/grading/marks';
import type { MisconceptionId } from '@/lib/simulator/misconceptions/ids';
import type { PartFigures, Student } from './schema';
import { leastAnswers } from './statistics';
import { isWrong, type WrongPart, wrongGroups } from './wrong-values';

/** The marks of one answer. */
export interface MarkedAnswer {
  readonly student: Student;
  readonly cells: readonly CellMark[];
  readonly named: readonly MisconceptionId[];
  /** The cells that the named beliefs explain. */
  readonly explains: readonly string[];
}

/**
 * The place of each part. In a table it is told by its step and by which of the asked cells of that step it is: the ids
 * of columns are names of the program, and those differ from variant to variant.
 */
export function placesOf(cells: readonly Pick<CellMark, 'cell' | 'step'>[], isTable: boolean): string[] {
  if (!isTable) return cells.map(({ cell }) => cell);
  const seen = new Map<number, number>();
  return cells.map(({ step }) => {
    const row = step ?? 0;
    const nth = (seen.get(row) ?? 0) + 1;
    seen.set(row, nth);
    return `${row}.${nth}`;
  });
}

interface Gathered {
  readonly label: string;
  readonly expected: Set<string>;
  readonly states: Record<CellState, number>;
  readonly wrong: WrongPart[];
}

/** Each part over all answers, in the order in which it first stands; called as in the variant that is shown. */
export function partFigures(
  answers: readonly MarkedAnswer[],
  isTable: boolean,
  shown: readonly CellMark[],
): PartFigures[] {
  const labels = new Map(placesOf(shown, isTable).map((place, index) => [place, shown[index]?.label]));
  const parts = new Map<string, Gathered>();
  for (const { student, cells, named, explains } of answers) {
    const rights = rightsByColumn(cells);
    placesOf(cells, isTable).forEach((place, index) => {
      const mark = cells[index];
      if (mark === undefined) return;
      const part = parts.get(place) ?? nothingOf(mark);
      parts.set(place, part);
      part.states[mark.state] += 1;
      part.expected.add(mark.expected);
      if (!isWrong(mark)) return;
      const beliefs = explains.includes(mark.cell) ? named : [];
      const above = isTable ? (rights.get(mark.cell) ?? null) : null;
      part.wrong.push({ student, given: mark.given, expected: mark.expected, above, beliefs });
    });
  }
  return [...parts].map(([place, { label, expected, states, wrong }]) => {
    const n = Object.values(states).reduce((all, count) => all + count, 0);
    return {
      place,
      label: labels.get(place) ?? label,
      n,
      states,
      wrong: wrong.length,
      wrongShare: n < leastAnswers ? null : wrong.length / n,
      expected: expected.size === 1 ? ([...expected][0] ?? null) : null,
      groups: wrongGroups(wrong),
    };
  });
}

const nothingOf = ({ label }: CellMark): Gathered => ({
  label,
  expected: new Set(),
  states: { correct: 0, consistent: 0, wrong: 0, blank: 0, unreadable: 0 },
  wrong: [],
});

/** For each cell of a table what is right in the same column at the asked step before. */
function rightsByColumn(cells: readonly CellMark[]): Map<string, string> {
  const last = new Map<string, string>();
  const above = new Map<string, string>();
  for (const { cell, expected } of cells) {
    const column = cell.slice(cell.indexOf('.') + 1);
    const before = last.get(column);
    if (before !== undefined) above.set(cell, before);
    last.set(column, expected);
  }
  return above;
}
