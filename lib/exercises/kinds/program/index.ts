import { examineProgram } from '../../goals/examine';
import type { Examined } from '../../goals/examined';
import type { GoalResult } from '../../goals/schema';
import type { ExerciseKind } from '../contract';
import { goalId, goalParts } from '../goal-parts';
import { generateProgram } from './generate';
import { type ProgramKey, programKeySchema } from './key';
import {
  type ProgramAnswer,
  type ProgramMistake,
  type ProgramSpec,
  type PublicProgram,
  programAnswerSchema,
  programMistakeSchema,
  programSpecSchema,
  publicProgramSchema,
} from './schema';

export interface ProgramShapes {
  readonly spec: ProgramSpec;
  readonly key: ProgramKey;
  readonly public: PublicProgram;
  readonly answer: ProgramAnswer;
  readonly part: GoalResult;
  readonly evidence: Examined | null;
  readonly mistake: ProgramMistake;
}

/** Write or mend a program so that goals hold on its trace. */
export const program: ExerciseKind<ProgramShapes> = {
  kind: 'program',
  shuffles: false,
  spec: programSpecSchema,
  answer: programAnswerSchema,
  key: programKeySchema,
  public: publicProgramSchema,
  mistake: programMistakeSchema,
  generate: generateProgram,
  render: (key) => ({
    kind: 'program',
    goals: key.goals.map(({ goal, sentence }, index) => ({ id: goalId(index), sentence, goal })),
  }),
  shown: (_, source) => source,
  runs: true,
  believed: () => null,
  examine: (key, { source }, run) =>
    isBlank(source)
      ? null
      : examineProgram(
          source,
          key.goals.map(({ goal }) => goal),
          run,
        ),
  parse: (key, { source }, examined) =>
    goalParts(
      key.goals.map(({ sentence }) => sentence),
      source,
      isBlank(source),
      examined,
    ),
  solve: (key) => ({ kind: 'program', source: key.solution }),
  blank: { kind: 'program', source: '' },
  mistaken: (_, mistake) => ({ kind: 'program', source: mistake.program }),
};

const isBlank = (source: string): boolean => source.trim() === '';
