/** The execution table of a trace: what each name says after each numbered step, and the count of an object. */

import { lessonSteps } from './lesson-steps';
import { ownValue } from './own-value';
import type { ObjectId } from './records';
import { sourceAt } from './source-text';
import { stateAt } from './state';
import type { MemoryState, Trace } from './trace';
import { valueText } from './value-text';

export interface TableCell {
  /** 'unbound': the name has not been bound yet; 'deleted': it was bound and is not now. */
  readonly state: 'unbound' | 'bound' | 'deleted';
  /** Text of the value; 'None' before the first binding, 'Deleted' after `del`. */
  readonly text: string;
}

export interface TableRow {
  readonly number: number;
  /** Number of the step in the trace. */
  readonly step: number;
  readonly action: string;
  readonly cells: readonly TableCell[];
  /** The chosen object: null before it is made. */
  readonly count: number | null;
  /** '1', '2 (shared)', '0', or '' before the object is made. */
  readonly countText: string;
  readonly freed: boolean;
}

/** The object that a name of the module refers to first, or null. */
export function objectOfName(trace: Trace, name: string): ObjectId | null {
  for (const step of trace.steps) {
    const value = ownValue(step.frames[0]?.names ?? {}, name);
    if (typeof value === 'number') return value;
  }
  return null;
}

/**
 * The names that the module binds to values of the program, in order of first binding. Modules, functions and
 * classes are left out.
 */
export function moduleNames(trace: Trace): readonly string[] {
  const names = new Set<string>();
  const code = new Set<ObjectId>();
  for (const step of trace.steps) {
    for (const record of step.changed)
      if (record.kind === 'function' || record.kind === 'class') code.add(record.id);
    for (const [name, value] of Object.entries(step.frames[0]?.names ?? {}))
      if (typeof value === 'string' ? !value.startsWith('<') : value !== null && !code.has(value))
        names.add(name);
  }
  return [...names];
}

/** One row for each numbered step. `object`: the one whose count the table follows; by default the first name's. */
export function executionTable(
  trace: Trace,
  names: readonly string[] = moduleNames(trace),
  object: ObjectId | null = names.map((name) => objectOfName(trace, name)).find((id) => id !== null) ?? null,
): readonly TableRow[] {
  const bound = new Set<string>();
  let made = false;
  return lessonSteps(trace).map(({ number, step }) => {
    const state = stateAt(trace, step.n);
    const cells = names.map((name) => cellOf(state, name, bound));
    const record = object === null ? undefined : state.objects.get(object);
    made ||= record !== undefined;
    const count = record?.count ?? (made ? 0 : null);
    const freed = made && record === undefined;
    const countText = count === null ? '' : count >= 2 ? `${count} (shared)` : String(count);
    const action = step.span === null ? '' : sourceAt(trace, step.span);
    return { number, step: step.n, action, cells, count, countText, freed };
  });
}

function cellOf(state: MemoryState, name: string, bound: Set<string>): TableCell {
  const value = ownValue(state.step.frames[0]?.names ?? {}, name) ?? null;
  if (value !== null) {
    bound.add(name);
    return { state: 'bound', text: valueText(state, value) };
  }
  return bound.has(name) ? { state: 'deleted', text: 'Deleted' } : { state: 'unbound', text: 'None' };
}
