/** The judge of goals, as the server has it. A part of the worker that is fetched when there are goals. */
export { examineTrace } from '@/lib/exercises/goals/examine';
export { studentLimits } from '@/lib/exercises/runner/limits';
