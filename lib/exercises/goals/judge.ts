/** Holds goals against what a program did. */
import type { MemoryState, Module } from '@/lib/simulator';
import { cellSays, readCell, showCell } from '../cells/cell';
import { lineSays } from '../cells/words';
import type { ObjectOf } from '../content/parts';
import { recordOf } from '../facts/names';
import { printedLines } from '../facts/output';
import { arrayOf, sharesMemory } from '../facts/sharing';
import { fateOf, objectMeant, referent, type Timeline, valueCell } from '../facts/timeline';
import { firstUse, lengthInLines } from './constructs';
import type { Goal, GoalResult } from './schema';
import { goalWords, objectName } from './words';

/** A program that ran to its end. */
export interface Judged {
  readonly timeline: Timeline;
  readonly module: Module;
}

/** Judges each goal, in order. */
export function judgeGoals(goals: readonly Goal[], program: Judged): GoalResult[] {
  return goals.map((goal) => ({ sentence: goalWords(goal, program.timeline), ...judge(goal, program) }));
}

type Verdict = Omit<GoalResult, 'sentence'>;
const met = (reason: string): Verdict => ({ met: true, reason, step: null });
const failed = (reason: string, step: number | null = null): Verdict => ({ met: false, reason, step });

function judge(goal: Goal, program: Judged): Verdict {
  const { timeline, module } = program;
  if ('freed' in goal) return judgeFreed(goal, timeline);
  if ('kept' in goal) return judgeKept(goal.kept, timeline);
  if ('countAtMost' in goal) return judgeCount(goal.of, goal.countAtMost, timeline);
  if ('notCopied' in goal) return judgeCopies(goal.notCopied, timeline);
  if ('share' in goal) return judgeSharing(goal.share, true, timeline);
  if ('apart' in goal) return judgeSharing(goal.apart, false, timeline);
  if ('same' in goal) return judgeSame(goal.same, timeline);
  if ('value' in goal) return judgeValue(goal.value, goal.is, timeline);
  if ('unbound' in goal) return judgeUnbound(goal.unbound, timeline);
  if ('prints' in goal) return judgeOutput(goal.prints, timeline);
  if ('linesAtMost' in goal) {
    const length = lengthInLines(timeline.trace.source, module);
    const reason = `The program has ${length} ${length === 1 ? 'line' : 'lines'}.`;
    return length <= goal.linesAtMost ? met(reason) : failed(reason);
  }
  const line = firstUse(module, 'uses' in goal ? goal.uses : goal.avoids);
  const reason = line === null ? 'It is nowhere in the program.' : `It stands on line ${line}.`;
  if ('uses' in goal) return line === null ? failed(reason) : met(reason);
  return line === null ? met(reason) : failed(reason, stepOfLine(timeline, line));
}

const stepOfLine = (timeline: Timeline, line: number): number | null =>
  timeline.steps.find((step) => step.line === line)?.n ?? null;

const missing = (object: ObjectOf, timeline: Timeline): Verdict =>
  failed(`${objectName(object, timeline)} is never made.`);

function judgeFreed(goal: Extract<Goal, { freed: unknown }>, timeline: Timeline): Verdict {
  const id = objectMeant(timeline, goal.freed);
  if (id === null) return missing(goal.freed, timeline);
  const name = objectName(goal.freed, timeline);
  const step = timeline.steps.find((one) => one.memory.step.freed.some((freed) => freed.id === id));
  if (step === undefined) {
    const last = timeline.steps.at(-1);
    const count = last === undefined ? 0 : (last.memory.objects.get(id)?.count ?? 0);
    const left = count === 1 ? '1 reference to it is left' : `${count} references to it are left`;
    return failed(`${name} is never freed: ${left} in the end.`, last?.n ?? null);
  }
  const by = step.memory.step.freed.find((freed) => freed.id === id)?.by === 'gc' ? 'collector' : 'refcount';
  const how = by === 'collector' ? 'by the collector' : 'by its reference count';
  const reason = `${name} is freed ${how} at step ${step.n}, on line ${step.line}.`;
  if (goal.by !== undefined && goal.by !== by) return failed(reason, step.n);
  return goal.byLine !== undefined && step.line > goal.byLine ? failed(reason, step.n) : met(reason);
}

function judgeKept(object: ObjectOf, timeline: Timeline): Verdict {
  const id = objectMeant(timeline, object);
  if (id === null) return missing(object, timeline);
  if (fateOf(timeline, id, timeline.end).state === 'alive')
    return met(`${objectName(object, timeline)} is there in the end.`);
  const step = timeline.steps.find((one) => one.memory.step.freed.some((freed) => freed.id === id));
  return failed(
    `${objectName(object, timeline)} is freed${step ? ` at step ${step.n}` : ''}.`,
    step?.n ?? null,
  );
}

function judgeCount(object: ObjectOf, most: number, timeline: Timeline): Verdict {
  const id = objectMeant(timeline, object);
  if (id === null) return missing(object, timeline);
  const counts = timeline.steps.map((step) => ({
    n: step.n,
    source: step.source,
    count: step.memory.objects.get(id)?.count ?? 0,
  }));
  const over = counts.find(({ count }) => count > most);
  if (over !== undefined)
    return failed(`After step ${over.n}, \`${over.source}\`, its count is ${over.count}.`, over.n);
  return met(`Its count is never more than ${Math.max(0, ...counts.map(({ count }) => count))}.`);
}

function judgeCopies(object: ObjectOf, timeline: Timeline): Verdict {
  const id = objectMeant(timeline, object);
  const maker = timeline.trace.steps.find((step) => step.changed.some((record) => record.id === id));
  const array = maker?.changed.find((record) => record.id === id);
  if (id === null || maker === undefined || array?.kind !== 'ndarray') return missing(object, timeline);
  const size = timeline.trace.steps
    .flatMap((step) => step.buffers)
    .find((made) => made.buffer === array.buffer)?.bytes.length;
  if (size === undefined) return missing(object, timeline);
  const copying = timeline.steps.find((step) => {
    const { n, buffers } = step.memory.step;
    return n > maker.n && buffers.some((made) => made.buffer !== array.buffer && made.bytes.length >= size);
  });
  if (copying === undefined) return met('No second buffer of its size is made.');
  return failed(`Step ${copying.n}, \`${copying.source}\`, makes another buffer of its size.`, copying.n);
}

function judgeSharing(names: readonly [string, string], wanted: boolean, timeline: Timeline): Verdict {
  const [first, second] = names.map((name) =>
    arrayOf(timeline.end, recordOf(timeline.end, name)?.id ?? null),
  );
  const last = timeline.steps.at(-1)?.n ?? null;
  if (first === undefined || second === undefined) {
    const name = first === undefined ? names[0] : names[1];
    return failed(`In the end \`${name}\` refers to no array.`, last);
  }
  const shares = sharesMemory(first, second);
  const since = sinceStep(timeline, (memory) => {
    const [one, two] = names.map((name) => arrayOf(memory, recordOf(memory, name)?.id ?? null));
    return one === undefined || two === undefined ? null : sharesMemory(one, two);
  });
  const fact = shares ? 'They have elements in common' : 'They have no element in common';
  return shares === wanted ? met(`${fact}.`) : failed(`${fact}${since.words}.`, since.n);
}

function judgeSame(names: readonly [string, string], timeline: Timeline): Verdict {
  const last = timeline.steps.at(-1)?.n ?? null;
  for (const name of names) {
    if (referent(timeline.end, name) === undefined)
      return failed(`In the end \`${name}\` is not defined.`, last);
  }
  const isSame = (memory: MemoryState) => {
    const [one, two] = names.map((name) => referent(memory, name));
    return one === undefined || two === undefined ? null : one === two;
  };
  if (isSame(timeline.end)) return met('They refer to one object.');
  const since = sinceStep(timeline, isSame);
  return failed(`They refer to two objects${since.words}.`, since.n);
}

function judgeValue(name: string, wanted: string, timeline: Timeline): Verdict {
  const truth = valueCell(timeline.end, name);
  const said = readCell('value', wanted);
  const last = timeline.steps.at(-1)?.n ?? null;
  if (truth === null) return failed(`In the end \`${name}\` shows no plain value.`, last);
  const fact = `In the end \`${name}\` ${truth.type === 'undefined' ? 'is not defined' : `shows \`${showCell(truth)}\``}`;
  if (said.status === 'read' && cellSays(said.cell, truth, false)) return met(`${fact}.`);
  const since = sinceStep(timeline, (memory) => {
    const cell = valueCell(memory, name);
    return cell === null ? null : showCell(cell);
  });
  return failed(`${fact}${since.words}.`, since.n);
}

/** The step since which something is as it is in the end, for the end of a sentence. */
function sinceStep(
  timeline: Timeline,
  fact: (memory: MemoryState) => string | boolean | null,
): { readonly n: number | null; readonly words: string } {
  const end = fact(timeline.end);
  const other = timeline.steps.findLast(({ memory }) => fact(memory) !== end);
  const step = timeline.steps[other?.n ?? 0];
  const last = timeline.steps.at(-1)?.n ?? null;
  return step === undefined
    ? { n: last, words: '' }
    : { n: step.n, words: `, since step ${step.n}, \`${step.source}\`` };
}

function judgeUnbound(name: string, timeline: Timeline): Verdict {
  if (referent(timeline.end, name) === undefined) return met(`\`${name}\` is not defined in the end.`);
  return failed(`\`${name}\` is still defined in the end.`, timeline.steps.at(-1)?.n ?? null);
}

function judgeOutput(lines: readonly string[], timeline: Timeline): Verdict {
  const printed = printedLines(timeline);
  const wrong = lines.findIndex((line, index) => !lineSays(printed[index]?.text ?? '', line));
  const said = printed[wrong];
  if (wrong >= 0 && said === undefined) return failed(`Line ${wrong + 1} of the output is missing.`);
  if (wrong >= 0 && said !== undefined) {
    return failed(`Line ${wrong + 1} of the output is \`${said.text}\`.`, said.step);
  }
  const more = printed[lines.length];
  if (more !== undefined) return failed(`It prints more: \`${more.text}\`.`, more.step);
  return met('It prints just that.');
}
