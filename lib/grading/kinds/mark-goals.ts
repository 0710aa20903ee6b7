import type { GoalResult } from '@/lib/exercises/goals/schema';
import type { PartReading } from '@/lib/exercises/kinds/contract';
import type { CellMark } from '../marks';
import { markPart } from './mark-part';

/** A goal as it is marked. */
export interface MarkedGoal {
  readonly sentence: string;
  /** Whether nothing had to be done for it. */
  readonly metAtFirst: boolean;
}

const weightOfGoal = 1;
const weightOfKept = 0.2;

/**
 * Marks each goal. One that was met before anything was done weighs a fifth, and earns nothing where no other
 * goal is met: who changes nothing has done nothing.
 */
export function markGoals(
  goals: readonly MarkedGoal[],
  parts: readonly PartReading<GoalResult>[],
): CellMark[] {
  const marks = parts.flatMap((part, index) => {
    const goal = goals[index];
    if (goal === undefined) return [];
    const { reading } = part;
    const found = reading.status === 'read' ? reading.value : null;
    const truth = {
      label: goal.sentence,
      expected: goal.sentence,
      reason: found?.reason ?? '',
      step: found?.step ?? null,
      weight: goal.metAtFirst ? weightOfKept : weightOfGoal,
    };
    return markPart(part, truth, (result) => result.met);
  });
  const done = marks.some((mark, index) => mark.state === 'correct' && goals[index]?.metAtFirst === false);
  return done ? marks : marks.map((mark) => ({ ...mark, points: 0 }));
}
