import { type Cell, cellSays } from '@/lib/exercises/cells/cell';
import type { PartReading, Run } from '@/lib/exercises/kinds/contract';
import type { OutputKey } from '@/lib/exercises/kinds/output/key';
import type { CellMark } from '../../marks';
import { markPart, withoutConstants } from '../mark-part';
import { type OwnRun, ownRun } from './follow';

/** What a line is worth that says what the line before it says, truly. */
const weightOfRepeated = 0.5;

export interface OutputRules {
  readonly followThrough: number;
  readonly run: Run;
}

/**
 * Marks each line of output, against the trace and against a run that takes the lines that the student wrote before
 * for true. The better of the two counts. A line that says what the line before it says, truly, weighs less.
 */
export function gradeOutput(
  key: OutputKey,
  parts: readonly PartReading<Cell>[],
  { followThrough, run }: OutputRules,
): CellMark[] {
  const readings = new Map(parts.map((part) => [part.cell, part]));
  /** Made at the first wrong line: up to there the student's run is the true one. */
  let own: OwnRun | null = null;
  const marks = key.lines.flatMap((line, index) => {
    const part = readings.get(String(index + 1));
    if (part === undefined) return [];
    const repeated = key.lines[index - 1]?.text === line.text;
    const truth = {
      label: `line ${index + 1}`,
      expected: line.text,
      reason: line.reason,
      step: line.step,
      weight: repeated ? weightOfRepeated : 1,
    };
    const says = (text: string) => (cell: Cell) => cellSays(cell, { type: 'output', text }, false);
    const mark = markPart(part, truth, says(line.text));
    if (part.reading.status !== 'read' || (mark.state === 'correct' && own === null)) return mark;
    own ??= ownRun(key.program, run);
    const follows = own.line(index);
    const isConsistent = follows !== undefined && says(follows)(part.reading.value);
    if (!isConsistent) own = own.believing(index, part.typed);
    if (mark.state !== 'wrong' || !isConsistent) return mark;
    const why = 'This follows from the lines that you wrote before.';
    const reason = `${why} ${truth.reason}`;
    return { ...mark, state: 'consistent' as const, points: truth.weight * followThrough, reason };
  });
  return withoutConstants(marks);
}
