import type { Cell } from '@/lib/exercises/cells/cell';
import { showHow } from '@/lib/exercises/cells/words';
import type { CollectionKey } from '@/lib/exercises/kinds/collection/key';
import type { PartReading } from '@/lib/exercises/kinds/contract';
import type { CellMark } from '../../marks';
import { markPart, withoutConstants } from '../mark-part';

/** The step is the harder half: what frees an object is one of three. */
const weightOfStep = 1;
const weightOfHow = 0.5;

/**
 * Marks when each object is freed, and by what. That something is freed by its count earns nothing for an object
 * of which the step says that it is never freed, and the other way round.
 */
export function gradeCollection(key: CollectionKey, parts: readonly PartReading<Cell>[]): CellMark[] {
  const of = (index: number, ask: string) => parts.find((part) => part.cell === `${index + 1}.${ask}`);
  const when: CellMark[] = [];
  const how: CellMark[] = [];
  key.objects.forEach((object, index) => {
    const { label, reason, step, by } = object;
    const truth = { reason, step };
    const [whenPart, howPart] = [of(index, 'when'), of(index, 'how')];
    if (whenPart === undefined || howPart === undefined) return;
    const expected = step === null ? 'never' : String(step);
    const asked = { ...truth, label: `${label}: the step`, expected, weight: weightOfStep };
    when.push(markPart(whenPart, asked, (cell) => cell.type === 'when' && cell.step === step));
    const means = { ...truth, label: `${label}: what frees it`, expected: showHow(by), weight: weightOfHow };
    const mark = markPart(howPart, means, (cell) => cell.type === 'how' && cell.by === by);
    how.push(contradicts(whenPart, step === null) ? { ...mark, points: 0, state: stateOf(mark) } : mark);
  });
  return [...withoutConstants(when), ...withoutConstants(how)].toSorted(
    (a, b) => Number.parseInt(a.cell, 10) - Number.parseInt(b.cell, 10),
  );
}

/** Whether the step that was written says the opposite of freed or not. */
function contradicts(part: PartReading<Cell>, never: boolean): boolean {
  const { reading } = part;
  return (
    reading.status === 'read' && reading.value.type === 'when' && (reading.value.step === null) !== never
  );
}

const stateOf = (mark: CellMark): CellMark['state'] => (mark.state === 'correct' ? 'wrong' : mark.state);
