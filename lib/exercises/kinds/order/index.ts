import { examineProgram } from '../../goals/examine';
import type { Examined } from '../../goals/examined';
import type { GoalResult } from '../../goals/schema';
import type { ExerciseKind } from '../contract';
import { goalId, goalParts } from '../goal-parts';
import { generateOrder, idsOf, programOf } from './generate';
import { type OrderKey, orderKeySchema } from './key';
import {
  type OrderAnswer,
  type OrderMistake,
  type OrderSpec,
  orderAnswerSchema,
  orderMistakeSchema,
  orderSpecSchema,
  type PublicOrder,
  publicOrderSchema,
} from './schema';

export interface OrderShapes {
  readonly spec: OrderSpec;
  readonly key: OrderKey;
  readonly public: PublicOrder;
  readonly answer: OrderAnswer;
  readonly part: GoalResult;
  readonly evidence: Examined | null;
  readonly mistake: OrderMistake;
}

/** Put lines in order so that goals hold on the trace. */
export const order: ExerciseKind<OrderShapes> = {
  kind: 'order',
  shuffles: true,
  spec: orderSpecSchema,
  answer: orderAnswerSchema,
  key: orderKeySchema,
  public: publicOrderSchema,
  mistake: orderMistakeSchema,
  generate: generateOrder,
  render: ({ head, lines, goals }) => ({
    kind: 'order',
    head,
    lines,
    goals: goals.map(({ sentence }, index) => ({ id: goalId(index), sentence })),
  }),
  // The program is the answer: what may be seen of it is its head.
  shown: (key) => key.head,
  runs: true,
  believed: () => null,
  examine: (key, { lines }, run) => (lines.length === 0 ? null : examined(key, lines, run)),
  parse: parseOrder,
  solve: (key) => ({ kind: 'order', lines: key.solution }),
  blank: { kind: 'order', lines: [] },
  mistaken: (key, mistake) => {
    const lines = idsOf(mistake.lines, key.lines);
    return lines === null ? 'One of the lines is not there.' : { kind: 'order', lines };
  },
};

function examined(
  key: OrderKey,
  lines: readonly string[],
  run: Parameters<typeof examineProgram>[2],
): Examined {
  const goals = key.goals.map(({ goal }) => goal);
  const found = examineProgram(programOf(key, lines), goals, run);
  // Every line is a line of Python: what an order of them breaks is the order, and that is an answer.
  const broken = found.status === 'unreadable' && found.because === 'syntax';
  return broken ? { status: 'stopped', message: found.message, step: null } : found;
}

function parseOrder(key: OrderKey, { lines }: OrderAnswer, evidence: Examined | null) {
  const known = new Set(key.lines.map((line) => line.id));
  const typed = programOf(key, lines);
  const sentences = key.goals.map(({ sentence }) => sentence);
  if (lines.every((line) => known.has(line)))
    return goalParts(sentences, typed, lines.length === 0, evidence);
  const message = 'A line is none of this question. Load the question again.';
  return goalParts(sentences, typed, false, { status: 'unreadable', because: 'syntax', message });
}
