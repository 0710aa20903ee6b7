/** Statements that bind and unbind the names of the module as a row says. */
import { type Cell, showCell } from '@/lib/exercises/cells/cell';
import { moduleNames } from '@/lib/exercises/facts/names';
import { type LessonStep, referent, type Timeline } from '@/lib/exercises/facts/timeline';
import type { MemoryState } from '@/lib/simulator';
import { ownCopy, pathsIn } from './paths';
import type { Column, Row } from './state';

interface Known {
  readonly timeline: Timeline;
  readonly columns: readonly Column[];
  readonly noneMeansUndefined: boolean;
  readonly from: LessonStep;
}

/**
 * Unbinds names that a row calls undefined, binds those that it says still show something, and makes names refer
 * to one object, or each to its own, as the row says. Null where a name is bound to something nobody knows.
 */
export function bindNames(
  { timeline, columns, noneMeansUndefined, from }: Known,
  said: Row,
): string[] | null {
  const { memory } = from;
  const lines: string[] = [];
  /** Names that were bound anew: a second column about the same two names says nothing more. */
  const settled = new Set<string>();
  const known = new Set(timeline.steps.flatMap((step) => moduleNames(step.memory)));
  for (const column of columns) {
    const cell = said.get(column.id);
    if (cell === undefined) continue;
    const bound = referent(memory, column.name) !== undefined;
    const unbound = cell.type === 'undefined' || (noneMeansUndefined && isNone(cell));
    if (column.type === 'value' && unbound && bound) lines.push(`del ${column.name}`);
    if (column.type === 'value' && !unbound && !bound) {
      const line = boundAgain(timeline, from, column.name, cell);
      if (line === null) return null;
      lines.push(line);
    }
    if (column.type === 'same' && cell.type === 'same' && bound) {
      if (cell.names.some((name) => !known.has(name))) return null;
      const own = partners(memory, column.name, cell.names, settled);
      if (own === null) return null;
      lines.push(...own);
    }
  }
  return lines;
}

const isNone = (cell: Cell): boolean =>
  cell.type === 'value' && cell.literal.type === 'word' && cell.literal.text === 'None';

/** Names that are said to share the object of a name are bound to it; others get an object of their own. */
function partners(
  memory: MemoryState,
  name: string,
  said: readonly string[],
  settled: Set<string>,
): string[] | null {
  if (settled.has(name)) return [];
  const value = referent(memory, name);
  const lines: string[] = [];
  for (const other of moduleNames(memory)) {
    if (other === name || said.includes(other) || typeof value !== 'number') continue;
    if (referent(memory, other) !== value || settled.has(other)) continue;
    settled.add(other);
    const own = ownCopy(other, memory.objects.get(value));
    if (own === null) return null;
    lines.push(...own);
  }
  for (const other of said) {
    if (referent(memory, other) === value || settled.has(other)) continue;
    settled.add(other);
    lines.push(`${other} = ${name}`);
  }
  return lines;
}

/** A name that was removed and is said to be there still refers to what it referred to, or shows a number. */
function boundAgain(timeline: Timeline, from: LessonStep, name: string, cell: Cell): string | null {
  const last = timeline.steps.findLast(
    (step) => step.n < from.n && referent(step.memory, name) !== undefined,
  );
  const value = last === undefined ? undefined : referent(last.memory, name);
  if (typeof value === 'string') return `${name} = ${showCell(cell)}`;
  const path = pathsIn(from.memory, null).find((one) => one.to === value);
  return path === undefined ? null : `${name} = ${path.expression}`;
}
