/** Runs a program that a student wrote or put together, and judges it. For worker threads, tests and checks. */
import { z } from 'zod';
import { lessonSteps, parse } from '@/lib/simulator';
import { endingWords } from '../facts/finished';
import { timelineOf } from '../facts/timeline';
import type { Run } from '../kinds/contract';
import { judgeGoals } from './judge';
import { type Goal, goalResultSchema } from './schema';

export const examinedSchema = z.discriminatedUnion('status', [
  /** It ran to its end. */
  z.strictObject({ status: z.literal('ran'), goals: z.array(goalResultSchema) }),
  /** An exception that nobody caught, or a limit. `step` is the last one that was finished. */
  z.strictObject({ status: z.literal('stopped'), message: z.string(), step: z.int().nullable() }),
  /** It is no Python, or something that the simulator does not know for certain. */
  z.strictObject({
    status: z.literal('unreadable'),
    because: z.enum(['syntax', 'unsupported']),
    message: z.string(),
  }),
]);
/** What is known of a program once it was run. Plain data. */
export type Examined = z.infer<typeof examinedSchema>;

/** Runs a program and judges its goals. */
export function examineProgram(source: string, goals: readonly Goal[], run: Run): Examined {
  const trace = run(source);
  const { ending } = trace;
  if (ending.type === 'syntax' || ending.type === 'unsupported') {
    return {
      status: 'unreadable',
      because: ending.type,
      message: `The program cannot be run: ${endingWords(ending)}.`,
    };
  }
  if (ending.type !== 'finished') {
    const message = `The program stops at ${endingWords(ending)}.`;
    return { status: 'stopped', message, step: lessonSteps(trace).at(-1)?.number ?? null };
  }
  const timeline = timelineOf(trace);
  return { status: 'ran', goals: judgeGoals(goals, { timeline, module: parse(source) }) };
}
