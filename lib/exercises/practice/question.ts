/** A question about a program that beliefs answer wrongly, each in its own way. */

import type { Trace } from '@/lib/simulator';
import { type Cell, showCell } from '../cells/cell';
import type { Question } from '../content/questions';
import { timelineOrFault } from '../facts/finished';
import { answerOf } from '../facts/questions';
import type { LessonStep, Timeline } from '../facts/timeline';
import type { MisconceptionId } from '../misconception-ids';

/** Runs a program as somebody with a belief expects it to run. */
export type RunBelieving = (source: string, believes: readonly MisconceptionId[]) => Trace;

export interface WrongOption {
  readonly is: string;
  readonly believes: MisconceptionId;
}

export interface FoundQuestion {
  readonly ask: Question;
  readonly right: string;
  readonly wrong: readonly WrongOption[];
}

/** Wrong options that a question has at most. */
const mostWrong = 3;

/** Of the questions about a program, the one that tells most beliefs apart; null where none tells one. */
export function findQuestion(
  truth: Timeline,
  names: readonly string[],
  counted: string,
  beliefs: readonly MisconceptionId[],
  runBelieving: RunBelieving,
): FoundQuestion | null {
  const asks = questions(truth.steps, names, counted).flatMap((ask) => {
    const right = textOf(truth, ask);
    return right === null ? [] : [{ ask, right, wrong: [] as WrongOption[] }];
  });
  for (const believes of beliefs) {
    const timeline = timelineOrFault(runBelieving(truth.trace.source, [believes]));
    if ('message' in timeline) continue;
    for (const { ask, right, wrong } of asks) {
      const is = textOf(timeline, ask);
      if (is !== null && is !== right && !wrong.some((one) => one.is === is)) wrong.push({ is, believes });
    }
    // Enough: each belief costs a run.
    if (asks.some(({ wrong }) => wrong.length >= mostWrong)) break;
  }
  const best = Math.max(0, ...asks.map(({ wrong }) => wrong.length));
  return best === 0 ? null : (asks.find(({ wrong }) => wrong.length === best) ?? null);
}

/** Steps that are asked about: from the end backwards, because late states need the most thought. */
const lastSteps = 3;

function questions(steps: readonly LessonStep[], names: readonly string[], counted: string): Question[] {
  const late = steps
    .map(({ n }) => n)
    .reverse()
    .slice(0, lastSteps);
  return [
    ...late.flatMap((step) => names.map((value) => ({ value, step }))),
    ...late.map((step) => ({ count: counted, step })),
    { stepWhere: { count: 0, of: counted } },
  ];
}

function textOf(timeline: Timeline, ask: Question): string | null {
  const answer = answerOf(timeline, ask);
  return answer.status === 'answered' && isPlain(answer.cell) ? showCell(answer.cell) : null;
}

/** What an option can show: not the insides of an object that holds itself. */
const isPlain = (cell: Cell): boolean => cell.type !== 'value' || showCell(cell).length <= 60;
