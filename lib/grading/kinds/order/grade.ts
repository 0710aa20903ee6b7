import type { GoalResult } from '@/lib/exercises/goals/schema';
import type { PartReading } from '@/lib/exercises/kinds/contract';
import type { OrderKey } from '@/lib/exercises/kinds/order/key';
import type { CellMark } from '../../marks';
import { markGoals } from '../mark-goals';

/** Marks an order of lines by the goals of the program that it makes. Any order that meets them is right. */
export function gradeOrder(key: OrderKey, parts: readonly PartReading<GoalResult>[]): CellMark[] {
  return markGoals(
    key.goals.map(({ sentence }) => ({ sentence, metAtFirst: false })),
    parts,
  );
}
