import { examineProgram } from '../../goals/examine';
import { type Fault, type Generated, type Program, refused } from '../contract';
import type { ProgramKey } from './key';
import type { ProgramSpec } from './schema';

/** Proves the solution. Refused: a solution that fails, a program to begin with that has nothing left to do. */
export function generateProgram(spec: ProgramSpec, program: Program): Generated<ProgramKey> {
  const solved = examineProgram(spec.solution, spec.goals, program.run);
  if (solved.status !== 'ran') return refused({ path: ['solution'], message: solved.message });
  const faults: Fault[] = solved.goals.flatMap((result, index) =>
    result.met
      ? []
      : [{ path: ['goals', index], message: `The solution fails: ${result.sentence} ${result.reason}` }],
  );
  if (faults.length > 0) return refused(...faults);
  const first = examineProgram(program.source, spec.goals, program.run);
  const metAtFirst = (index: number) => first.status === 'ran' && first.goals[index]?.met === true;
  if (spec.goals.every((_, index) => metAtFirst(index))) {
    return refused({ path: ['goals'], message: 'The program to begin with meets every goal already.' });
  }
  const goals = spec.goals.map((goal, index) => ({
    goal,
    sentence: solved.goals[index]?.sentence ?? '',
    metAtFirst: metAtFirst(index),
  }));
  return { status: 'made', key: { kind: 'program', goals, solution: spec.solution }, warnings: [] };
}
