/**
 * One true step from a student's own state. The state that they wrote for the step before is built as a
 * small program, the step's statement is put after it, and the simulator runs both: what comes out is what
 * their next row should say if their last one were true.
 */
import { type Cell, showCell } from '@/lib/exercises/cells/cell';
import { sameCell } from '@/lib/exercises/facts/names';
import { fateOf, objectMeant, timelineOf, valueCell } from '@/lib/exercises/facts/timeline';
import type { Scene, TraceTableKey } from '@/lib/exercises/kinds/trace-table/key';
import type { Trace } from '@/lib/simulator';

type Column = TraceTableKey['columns'][number];
/** What a row says, by column. */
export type Row = ReadonlyMap<string, Cell>;

/** Runs a small program. */
export type Run = (source: string) => Trace;

/**
 * The row that follows from `previous` by the step of the scene; null where no state is like that (a count
 * of 0 for an object that a name refers to), or where the step fails in it.
 */
export function followingRow(scene: Scene, columns: readonly Column[], previous: Row, run: Run): Row | null {
  const plan = planState(scene, columns, previous);
  if (plan === null) return null;
  const trace = run([...scene.imports, ...plan.lines, scene.source, ''].join('\n'));
  if (trace.ending.type !== 'finished') return null;
  const timeline = timelineOf(trace);
  const step = timeline.steps.at(-1);
  if (step === undefined) return null;
  const row = new Map<string, Cell>();
  for (const column of columns) {
    if (column.type === 'value') {
      const cell = valueCell(step.memory, column.name);
      if (cell !== null) row.set(column.id, cell);
      continue;
    }
    if (column.type === 'same') {
      const cell = sameCell(step.memory, column.name);
      // The names that only stand for hidden references are no names of the student.
      if (cell?.type === 'same')
        row.set(column.id, { ...cell, names: cell.names.filter((one) => !one.startsWith(heldName)) });
      continue;
    }
    if (column.type === 'output') {
      row.set(column.id, { type: 'output', text: step.memory.step.out.trim() });
      continue;
    }
    const cell = fateCell(column, previous, plan.holderOf.get(column.object ?? -1));
    if (cell !== null) row.set(column.id, cell);
  }
  return row;

  function fateCell(column: Column, before: Row, holder: string | undefined): Cell | null {
    // No name and no hidden holder: it is freed already in this state, and stays so.
    if (holder === undefined) {
      return column.type === 'freed' ? (before.get(column.id) ?? null) : { type: 'count', count: 0 };
    }
    const id = objectMeant(timeline, holder);
    if (id === null || step === undefined) return null;
    const fate = fateOf(timeline, id, step.memory);
    if (column.type === 'freed') return { type: 'freed', freed: fate.state === 'freed' };
    return { type: 'count', count: fate.state === 'alive' ? fate.count : 0 };
  }
}

interface Plan {
  readonly lines: readonly string[];
  /** For each object of a column: a name that refers to it in this state. */
  readonly holderOf: ReadonlyMap<number, string>;
}

/** Begins the names that stand for references of unknown holders. */
const heldName = '_held';

/** More references than this are no state that a table is about. */
const mostHolders = 20;

function planState(scene: Scene, columns: readonly Column[], previous: Row): Plan | null {
  const bound = boundNames(scene, columns, previous);
  if (bound === null) return null;
  const lines: string[] = [];
  const holderOf = new Map<number, string>();
  const { groups, alone } = grouped(bound);
  for (const [object, members] of groups) {
    const held = columns.find((column) => column.type === 'count' && column.object === object);
    const claimed = held === undefined ? undefined : previous.get(held.id);
    if (held !== undefined && claimed?.type !== 'count') return null;
    const count = claimed?.type === 'count' ? claimed.count : members.length;
    if (count === 0 || count > mostHolders) return null;
    // Fewer references than names: those names that came last must refer to something else.
    const together = members.slice(0, count);
    alone.push(...members.slice(count));
    const [first] = together;
    if (first === undefined) continue;
    holderOf.set(object, first.name);
    lines.push(`${first.name} = ${first.literal}`);
    for (const { name } of together.slice(1)) lines.push(`${name} = ${first.name}`);
    for (let extra = together.length; extra < count; extra += 1)
      lines.push(`${heldName}${extra} = ${first.name}`);
  }
  for (const { name, literal } of alone) lines.push(`${name} = ${literal}`);
  return someoneMissing(columns, previous, holderOf) ? null : { lines, holderOf };
}

/** An object that is said to be alive, but that no name refers to: nothing tells what holds it. */
function someoneMissing(
  columns: readonly Column[],
  previous: Row,
  holderOf: ReadonlyMap<number, string>,
): boolean {
  return columns.some((column) => {
    if (column.type !== 'count' || column.object === null || holderOf.has(column.object)) return false;
    const claimed = previous.get(column.id);
    return claimed?.type !== 'count' || claimed.count !== 0;
  });
}

interface Bound {
  readonly name: string;
  /** The object it truly refers to, while it shows what the student wrote; null: a separate one. */
  readonly object: number | null;
  readonly literal: string;
}

/** The names that the student's state binds, in the true order of binding; null where a cell is missing. */
function boundNames(scene: Scene, columns: readonly Column[], previous: Row): Bound[] | null {
  const bound: Bound[] = [];
  const asked = new Map(columns.filter((one) => one.type === 'value').map((one) => [one.name, one]));
  for (const { name, object, kind, text } of scene.names) {
    const column = asked.get(name);
    asked.delete(name);
    const cell = column === undefined ? undefined : previous.get(column.id);
    if (column !== undefined && cell === undefined) return null;
    if (cell?.type === 'undefined') continue;
    const shown = cell === undefined ? text : showCell(cell);
    bound.push({ name, object, literal: literalOf(kind, shown, scene.numpy) });
  }
  for (const column of asked.values()) {
    const cell = previous.get(column.id);
    if (cell === undefined) return null;
    // Bound too early, or still bound after its removal: no true object says what kind it is.
    if (cell.type !== 'undefined') return null;
  }
  return bound;
}

function literalOf(kind: Scene['names'][number]['kind'], shown: string, numpy: string | null): string {
  return kind === 'array' && numpy !== null ? `${numpy}.array(${shown})` : shown;
}

/** Names by object. Names that show different values cannot refer to one object: the later ones stand alone. */
function grouped(bound: readonly Bound[]): { groups: Map<number, Bound[]>; alone: Bound[] } {
  const groups = new Map<number, Bound[]>();
  const alone: Bound[] = [];
  for (const one of bound) {
    const group = one.object === null ? undefined : (groups.get(one.object) ?? []);
    if (one.object === null || group === undefined) alone.push(one);
    else if (group[0] !== undefined && group[0].literal !== one.literal) alone.push(one);
    else groups.set(one.object, [...group, one]);
  }
  return { groups, alone };
}
