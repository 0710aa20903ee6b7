import { shuffled } from '@/lib/common/random';
import { examineProgram } from '../../goals/examine';
import { type Fault, type Generated, type Program, refused } from '../contract';
import type { OrderKey } from './key';
import type { OrderSpec } from './schema';

/** Shuffles the lines. Refused: goals that the right order fails, or that the shuffled lines meet as they stand. */
export function generateOrder(spec: OrderSpec, program: Program, seed: number): Generated<OrderKey> {
  const code = program.source.split('\n').filter((line) => line.trim() !== '');
  const imports = code.findIndex((line) => !/^\s*(import|from)\s|^\s*#/.test(line));
  const cut = Math.max(spec.head, imports < 0 ? code.length : imports);
  const [head, own] = [code.slice(0, cut), code.slice(cut)];
  if (own.length < 2)
    return refused({ path: [], message: 'The program has fewer than two lines to be put in order.' });

  const solved = examineProgram(joined(head, own), spec.goals, program.run);
  if (solved.status !== 'ran') return refused({ path: [], message: solved.message });
  const faults: Fault[] = solved.goals.flatMap((result, index) =>
    result.met
      ? []
      : [{ path: ['goals', index], message: `The right order fails: ${result.sentence} ${result.reason}` }],
  );
  spec.distractors.forEach((line, index) => {
    if (own.includes(line)) {
      faults.push({ path: ['distractors', index], message: 'This line belongs to the program.' });
    }
  });
  if (faults.length > 0) return refused(...faults);

  const shuffle = wrongOrder([...own, ...spec.distractors], seed, (lines) => {
    const examined = examineProgram(joined(head, lines), spec.goals, program.run);
    return examined.status === 'ran' && examined.goals.every((goal) => goal.met);
  });
  if (shuffle === null)
    return refused({ path: ['goals'], message: 'The shuffled lines meet every goal as they stand.' });
  const lines = shuffle.map((text, index) => ({ id: `l${index + 1}`, text }));
  return {
    status: 'made',
    warnings: [],
    key: {
      kind: 'order',
      head: head.join('\n'),
      lines,
      goals: spec.goals.map((goal, index) => ({ goal, sentence: solved.goals[index]?.sentence ?? '' })),
      solution: idsOf(own, lines) ?? [],
    },
  };
}

/** Orders that are tried for one seed: one of them is shown, so it must not be right already. */
const mostShuffles = 10;

function wrongOrder(
  lines: readonly string[],
  seed: number,
  isRight: (lines: readonly string[]) => boolean,
): readonly string[] | null {
  for (let turn = 0; turn < mostShuffles; turn += 1) {
    const order = shuffled(lines, seed, turn === 0 ? 'lines' : `lines ${turn}`);
    if (!isRight(order)) return order;
  }
  return null;
}

const joined = (head: readonly string[], lines: readonly string[]): string =>
  `${[...head, ...lines].join('\n')}\n`;

/** The program that an order of lines makes. */
export function programOf(key: OrderKey, ids: readonly string[]): string {
  const texts = new Map(key.lines.map((line) => [line.id, line.text]));
  const lines = ids.flatMap((id) => texts.get(id) ?? []);
  return joined(key.head === '' ? [] : [key.head], lines);
}

/** The ids of lines told by their texts, each used once; null where there is no such line. */
export function idsOf(texts: readonly string[], lines: OrderKey['lines']): string[] | null {
  const left = [...lines];
  const ids: string[] = [];
  for (const text of texts) {
    const place = left.findIndex((line) => line.text === text);
    const [line] = place < 0 ? [] : left.splice(place, 1);
    if (line === undefined) return null;
    ids.push(line.id);
  }
  return ids;
}
