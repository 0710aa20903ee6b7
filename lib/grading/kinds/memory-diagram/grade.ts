import type { PartReading } from '@/lib/exercises/kinds/contract';
import type { MemoryDiagramKey } from '@/lib/exercises/kinds/memory-diagram/key';
import type { CellMark } from '../../marks';
import { markPart } from '../mark-part';

/** Marks each reference and each buffer of the drawing, up to renaming. */
export function gradeMemoryDiagram(key: MemoryDiagramKey, parts: readonly PartReading<string>[]): CellMark[] {
  const readings = new Map(parts.map((part) => [part.cell, part]));
  const marks = key.cells.flatMap(({ cell, label, says, expected, reason, weight }) => {
    const part = readings.get(cell);
    if (part === undefined) return [];
    return markPart(
      part,
      { label, expected, reason, weight, step: key.after?.step ?? null },
      (said) => said === says,
    );
  });
  return withoutOneForAll(key, marks, readings);
}

/** A drawing in which every name refers to one object, where in truth they do not, predicts nothing. */
function withoutOneForAll(
  key: MemoryDiagramKey,
  marks: readonly CellMark[],
  readings: ReadonlyMap<string, PartReading<string>>,
): CellMark[] {
  const names = key.cells.filter(({ cell }) => cell.startsWith('name.'));
  const said = new Set(
    names.map(({ cell }) => {
      const reading = readings.get(cell)?.reading;
      return reading?.status === 'read' ? reading.value : undefined;
    }),
  );
  const truths = new Set(names.map(({ says }) => says));
  if (names.length < 2 || said.size !== 1 || truths.size === 1) return [...marks];
  return marks.map((mark) => ({ ...mark, points: 0 }));
}
