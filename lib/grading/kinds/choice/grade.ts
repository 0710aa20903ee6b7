import type { ChoiceKey } from '@/lib/exercises/kinds/choice/key';
import type { PartReading } from '@/lib/exercises/kinds/contract';
import type { CellMark } from '../../marks';

/** One weight for a choice. Where several are right, a wrong option takes away what a right one gives. */
export function gradeChoice(key: ChoiceKey, [part]: readonly PartReading<readonly string[]>[]): CellMark[] {
  if (part === undefined) return [];
  const right = key.options.filter((option) => option.right);
  const mark = {
    cell: part.cell,
    label: 'the answer',
    given: part.reading.status === 'read' ? part.reading.shown : part.typed,
    expected: right.map((option) => option.text).join('; '),
    points: 0,
    possible: 1,
    reason: key.reason,
    step: key.step,
  };
  const { reading } = part;
  if (reading.status === 'blank') return [{ ...mark, state: 'blank' }];
  if (reading.status === 'unreadable') return [{ ...mark, state: 'unreadable', reason: reading.message }];
  const hits = right.filter((option) => reading.value.includes(option.id)).length;
  const misses = reading.value.length - hits;
  const points = Math.max(0, hits - misses) / right.length;
  return [{ ...mark, points, state: points === 1 ? 'correct' : 'wrong' }];
}
