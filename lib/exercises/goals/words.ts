/** The sentence that tells a student what a goal asks for. */
import type { ObjectOf } from '../content/parts';
import { kindMeant, type Timeline } from '../facts/timeline';
import type { Goal } from './schema';

/** The author's own sentence, or one made from the goal; the run tells what kind its object is of. Markdown. */
export function goalWords(goal: Goal, timeline: Timeline): string {
  return goal.sentence ?? plainWords(goal, timeline);
}

function plainWords(goal: Goal, timeline: Timeline): string {
  const objectIs = (object: ObjectOf) => objectName(object, timeline);
  if ('freed' in goal) {
    const by = { refcount: ' by its reference count', collector: ' by the collector' } as const;
    const what = goal.by === undefined ? '' : by[goal.by];
    const when = goal.byLine === undefined ? 'before the program ends' : `by line ${goal.byLine}`;
    return `${objectIs(goal.freed)} is freed${what} ${when}.`;
  }
  if ('kept' in goal) return `${objectIs(goal.kept)} is still there when the program ends.`;
  if ('countAtMost' in goal) {
    const times = goal.countAtMost === 1 ? '1 reference' : `${goal.countAtMost} references`;
    return `After each step there are at most ${times} to ${lower(objectIs(goal.of))}.`;
  }
  if ('notCopied' in goal) return `After no step is there a copy of ${lower(objectIs(goal.notCopied))}.`;
  if ('share' in goal) return `\`${goal.share[0]}\` and \`${goal.share[1]}\` share memory.`;
  if ('apart' in goal) return `\`${goal.apart[0]}\` and \`${goal.apart[1]}\` share no memory.`;
  if ('same' in goal) return `\`${goal.same[0]}\` and \`${goal.same[1]}\` refer to the same object.`;
  if ('value' in goal) return `In the end \`${goal.value}\` shows \`${goal.is}\`.`;
  if ('unbound' in goal) return `In the end the name \`${goal.unbound}\` is not defined.`;
  if ('prints' in goal)
    return `The program prints ${goal.prints.map((line) => `\`${line}\``).join(', then ')}.`;
  if ('linesAtMost' in goal) return `The program has at most ${goal.linesAtMost} lines.`;
  if ('uses' in goal) {
    return typeof goal.uses === 'string'
      ? `The program uses \`${goal.uses}\`.`
      : `The program calls \`${goal.uses.call}\`.`;
  }
  return typeof goal.avoids === 'string'
    ? `The program does not use \`${goal.avoids}\`.`
    : `The program does not call \`${goal.avoids.call}\`.`;
}

/** 'The first object of `A`', 'The list of line 2'. */
export function objectName(object: ObjectOf, timeline: Timeline): string {
  if (typeof object === 'string') return `The first object of \`${object}\``;
  if ('line' in object) return `The ${kindMeant(timeline, object)} of line ${object.line}`;
  return `The object of \`${object.name}\` after step ${object.step}`;
}

const lower = (text: string) => text.replace(/^The/, 'the');
