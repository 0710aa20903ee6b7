/**
 * Runs a program that a student wrote or put together, and judges it. For worker threads of the server and of the
 * browser, which give the same verdict: there is one judge.
 */
import { lessonSteps, parse, type Trace } from '@/lib/simulator';
import { endingWords } from '../facts/finished';
import { timelineOf } from '../facts/timeline';
import type { Run } from '../kinds/contract';
import type { Examined } from './examined';
import { judgeGoals } from './judge';
import type { Goal } from './schema';

/** Runs a program and judges its goals. */
export function examineProgram(source: string, goals: readonly Goal[], run: Run): Examined {
  return examineTrace(run(source), goals);
}

/** Judges the goals of a program that was run. */
export function examineTrace(trace: Trace, goals: readonly Goal[]): Examined {
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
  return { status: 'ran', goals: judgeGoals(goals, { timeline, module: parse(trace.source) }) };
}
