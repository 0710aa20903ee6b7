/** Answers that are programs: their parts are the goals, and the run to the end. */
import type { Examined } from '../goals/examined';
import type { GoalResult } from '../goals/schema';
import type { PartReading } from './contract';

export const goalId = (index: number): string => `goal-${index + 1}`;

/** One part for each goal. Where the program stopped, every goal fails there. */
export function goalParts(
  sentences: readonly string[],
  typed: string,
  blank: boolean,
  examined: Examined | null,
): PartReading<GoalResult>[] {
  return sentences.map((sentence, index) => {
    const part = { cell: goalId(index), typed };
    if (blank) return { ...part, reading: { status: 'blank' } };
    if (examined === null) throw new RangeError('a program must be examined before it is read');
    if (examined.status === 'unreadable') {
      return { ...part, reading: { status: 'unreadable', message: examined.message } };
    }
    const stopped = examined.status === 'stopped' ? examined : null;
    const result = examined.status === 'ran' ? examined.goals[index] : undefined;
    const value = result ?? {
      sentence,
      met: false,
      reason: stopped?.message ?? '',
      step: stopped?.step ?? null,
    };
    return { ...part, reading: { status: 'read', value, shown: value.reason } };
  });
}
