import { type Cell, cellSays } from '@/lib/exercises/cells/cell';
import type { PartReading } from '@/lib/exercises/kinds/contract';
import type { OutputKey } from '@/lib/exercises/kinds/output/key';
import type { CellMark } from '../../marks';
import { markPart, withoutConstants } from '../mark-part';

/** Marks each line of output. A line that says what the line before it says, truly, weighs less. */
export function gradeOutput(key: OutputKey, parts: readonly PartReading<Cell>[]): CellMark[] {
  const readings = new Map(parts.map((part) => [part.cell, part]));
  const marks = key.lines.flatMap((line, index) => {
    const part = readings.get(String(index + 1));
    if (part === undefined) return [];
    const repeated = key.lines[index - 1]?.text === line.text;
    const truth = {
      label: `line ${index + 1}`,
      expected: line.text,
      reason: `Step ${line.step}, \`${line.source}\` on line ${line.line}, prints \`${line.text}\`.`,
      step: line.step,
      weight: repeated ? weightOfRepeated : 1,
    };
    return markPart(part, truth, (cell) => cellSays(cell, { type: 'output', text: line.text }, false));
  });
  return withoutConstants(marks);
}

const weightOfRepeated = 0.5;
