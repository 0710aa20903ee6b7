/** Synthetic students: who answers as a machine does, or as the truth has it, and slips in some cells. */
import { wholeNumbers } from '@/lib/common/random';
import { readCell } from '@/lib/exercises/cells/cell';
import type { Key } from '@/lib/exercises/kinds';
import type { MemoryDiagramAnswer, Reference } from '@/lib/exercises/kinds/memory-diagram/schema';
import type { Answer } from '@/lib/exercises/public';

export class Chance {
  private readonly draw: (least: number, most: number) => number;
  constructor(seed: number, label: string) {
    this.draw = wholeNumbers(seed, label);
  }
  happens(rate: number): boolean {
    return this.draw(0, 999_999) < rate * 1_000_000;
  }
  pick<T>(from: readonly T[]): T | undefined {
    return from.length === 0 ? undefined : from[this.draw(0, from.length - 1)];
  }
}

/** What a belief leaves open is answered truly. */
export function completed(answer: Answer, truth: Answer): Answer {
  if ('cells' in answer && 'cells' in truth) return { ...answer, cells: { ...truth.cells, ...answer.cells } };
  return answer;
}

/** The answer with a slip in each cell with this rate: another value that may stand in such a cell. */
export function slipped(key: Key, answer: Answer, rate: number, chance: Chance): Answer {
  if (answer.kind === 'choice' && key.kind === 'choice') {
    const ids = key.options.map(({ id }) => id);
    if (key.several) {
      const chosen = ids.filter((id) => answer.chosen.includes(id) !== chance.happens(rate));
      return { kind: 'choice', chosen };
    }
    const other = chance.happens(rate)
      ? chance.pick(ids.filter((id) => !answer.chosen.includes(id)))
      : undefined;
    return other === undefined ? answer : { kind: 'choice', chosen: [other] };
  }
  if (answer.kind === 'memory-diagram') return redrawn(answer, rate, chance);
  if (!('cells' in answer)) return answer;
  const cells = Object.entries(answer.cells).map(([id, text]) => {
    const others = otherTexts(key, id, text, answer.cells);
    return [id, (chance.happens(rate) ? chance.pick(others) : undefined) ?? text] as const;
  });
  return { ...answer, cells: Object.fromEntries(cells) };
}

/**
 * A slip that is carried: one count of a table is one off, and so is every later count of its column; or one value is
 * what it was a step before, and stays so. Null for other kinds.
 */
export function carried(key: Key, truth: Answer, chance: Chance): Answer | null {
  if (key.kind !== 'trace-table' || truth.kind !== 'trace-table') return null;
  const column = chance.pick(key.columns.filter(({ type }) => type === 'count' || type === 'value'));
  if (column === undefined) return null;
  const cells = key.rows.flatMap((row) => row.cells.filter((one) => one.column === column.id && !one.given));
  const from = cells.indexOf(chance.pick(cells.slice(1)) ?? (cells[0] as (typeof cells)[number]));
  const stale = cells[from - 1]?.expected;
  const step = chance.happens(0.5) ? 1 : -1;
  const changed = cells.slice(Math.max(0, from)).map(({ id, expected }): [string, string] => {
    if (column.type === 'value') return [id, stale ?? expected];
    return [id, /^\d+$/.test(expected) ? String(Math.max(0, Number(expected) + step)) : expected];
  });
  return { ...truth, cells: { ...truth.cells, ...Object.fromEntries(changed) } };
}

/** Other texts for a cell: what cells of its kind say, and for numbers what is one off. */
function otherTexts(key: Key, id: string, text: string, cells: Readonly<Record<string, string>>): string[] {
  const alike = Object.entries(cells).filter(([other]) => columnOf(key, other) === columnOf(key, id));
  const found = alike.map(([, other]) => other);
  const type = typeOf(key, id);
  if (type === 'freed') found.push('Yes', 'No');
  if (type === 'how') found.push('by reference count', 'by the collector', 'never');
  if (type === 'when') found.push('1', '2', '3', '4', 'never');
  if (/^\d+$/.test(text)) found.push(String(Number(text) + 1), String(Math.max(0, Number(text) - 1)));
  if (type === 'value' || type === 'line') found.push('not defined', ...oneOff(text));
  return [...new Set(found)].filter((other) => other !== text && readCell(type, other).status === 'read');
}

/** The text with one of its numbers changed by one. */
function oneOff(text: string): string[] {
  return [...text.matchAll(/\d+/g)].map(
    ({ 0: digits, index }) =>
      `${text.slice(0, index)}${Number(digits) + 1}${text.slice(index + digits.length)}`,
  );
}

const columnOf = (key: Key, id: string): string => (key.kind === 'output' ? '' : (id.split('.')[1] ?? ''));

function typeOf(key: Key, id: string): Parameters<typeof readCell>[0] {
  if (key.kind === 'trace-table')
    return key.columns.find((one) => one.id === columnOf(key, id))?.type ?? 'value';
  if (key.kind === 'collection') return id.endsWith('.when') ? 'when' : 'how';
  return 'line';
}

/** The drawing with arrows that lead elsewhere. */
function redrawn(drawing: MemoryDiagramAnswer, rate: number, chance: Chance): MemoryDiagramAnswer {
  const elsewhere = <R extends Reference | null>(reference: R): R | Reference => {
    if (reference === null || !('object' in reference) || !chance.happens(rate)) return reference;
    const other = chance.pick(drawing.objects.filter(({ id }) => id !== reference.object));
    return other === undefined ? reference : { object: other.id };
  };
  const references = (all: Readonly<Record<string, Reference>>) =>
    Object.fromEntries(Object.entries(all).map(([slot, reference]) => [slot, elsewhere(reference)]));
  return {
    kind: 'memory-diagram',
    names: Object.fromEntries(Object.entries(drawing.names).map(([name, one]) => [name, elsewhere(one)])),
    objects: drawing.objects.map((one) => ({
      ...one,
      slots: references(one.slots),
      buffer: one.buffer !== null && chance.happens(rate) ? `${one.buffer}'` : one.buffer,
    })),
  };
}
