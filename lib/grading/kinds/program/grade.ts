import type { GoalResult } from '@/lib/exercises/goals/schema';
import type { PartReading } from '@/lib/exercises/kinds/contract';
import type { ProgramKey } from '@/lib/exercises/kinds/program/key';
import type { CellMark } from '../../marks';
import { markGoals } from '../mark-goals';

/** Marks a program by its goals. */
export function gradeProgram(key: ProgramKey, parts: readonly PartReading<GoalResult>[]): CellMark[] {
  return markGoals(key.goals, parts);
}
