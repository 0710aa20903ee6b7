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

/** A question, its answer, and the answers that beliefs lead to. */
interface Asked {
  readonly ask: Question;
  readonly right: string;
  readonly wrong: readonly WrongOption[];
}

export interface FoundQuestion extends Asked {
  /** What the same question says of another step, or another name: wrong, with no belief behind it. */
  readonly near: readonly string[];
}

/** Wrong options that a question has at most, and those with a belief or without that it has at least. */
const mostWrong = 3;
const leastWrong = 2;

/**
 * Of the questions about a program, the one that tells most beliefs apart; null where none tells one and has
 * two wrong options.
 */
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
  const telling = asks
    .filter(({ wrong }) => wrong.length > 0)
    .sort((a, b) => b.wrong.length - a.wrong.length);
  for (const asked of telling) {
    const near = nearMisses(truth, names, asked).slice(0, Math.max(0, leastWrong - asked.wrong.length));
    if (asked.wrong.length + near.length >= leastWrong) return { ...asked, near };
  }
  return null;
}

/** Answers that somebody may take for the right one, and that no option gives yet: each once, the likeliest first. */
function nearMisses(truth: Timeline, names: readonly string[], { ask, right, wrong }: Asked): string[] {
  const taken = new Set([right, ...wrong.map(({ is }) => is)]);
  return [...new Set(answersNear(truth, names, ask))].filter((text) => !taken.has(text));
}

function answersNear(truth: Timeline, names: readonly string[], ask: Question): string[] {
  const here = answerOf(truth, ask);
  const count = here.status === 'answered' && here.cell.type === 'count' ? here.cell.count : null;
  if (count !== null) {
    const last = 'stepWhere' in ask ? truth.steps.length : Number.POSITIVE_INFINITY;
    const first = 'stepWhere' in ask ? 1 : 0;
    return [count - 1, count + 1, count + 2, count - 2].filter((n) => n >= first && n <= last).map(String);
  }
  if (!('value' in ask)) return [];
  const texts = (asks: readonly Question[]) => asks.flatMap((one) => textOf(truth, one) ?? []);
  const before = texts(truth.steps.map(({ n }) => ({ ...ask, step: n }))).reverse();
  const beside = texts(names.map((value) => ({ ...ask, value })));
  const seen = [...before, ...beside];
  return [...seen, showCell({ type: 'undefined' }), ...seen.flatMap(shortened)];
}

/** `[1, 4, 5]` as `[1, 4]`: for tiny programs, where every other answer is the right one. */
const shortened = (text: string): string[] =>
  /^\[[^[\]]*,[^[\]]*\]$/.test(text) ? [text.replace(/,[^,\]]*\]$/, ']')] : [];

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
