import {
  executionTable,
  moduleNames,
  objectOfName,
  stateAt,
  type TableCell,
  type Trace,
  type Value,
} from '@/lib/simulator';
import * as words from '../../_words';
import type { Film } from '../stage/film/film';
import { localNames } from './local-names';
import { picturedObjects } from './mini-layout';

export interface RunCell extends TableCell {
  readonly changed: boolean;
  /** Hue of the object that the name refers to; 0: none. */
  readonly hue: number;
}

export interface RunRow {
  readonly step: number;
  readonly act: string;
  readonly code: string;
  readonly cells: readonly RunCell[];
  readonly count: number | null;
  readonly countText: string;
  readonly countChanged: boolean;
  readonly freed: boolean;
  readonly freedChanged: boolean;
}

export interface RunColumn {
  readonly key: string;
  readonly name: string;
  /** The function whose calls have the name; null for a name of the module. */
  readonly fn: string | null;
  readonly heading: string;
}

/** The run as a table: a row a step, a column a name, the count and the freeing of the first object. */
export interface RunTable {
  readonly columns: readonly RunColumn[];
  readonly rows: readonly RunRow[];
  /** Whether None in a cell says that the name is not defined; else it is Python's None. */
  readonly noneIsUndefined: boolean;
  readonly countHeading: string;
  readonly freedHeading: string;
  /** What freed the object whose count is shown; null where it outlives the run. */
  readonly freedBy: 'rc' | 'gc' | null;
}

/** Everything in it comes from the trace. */
export function runTableOf(trace: Trace, film: Film): RunTable {
  const names = moduleNames(trace);
  const source = executionTable(trace, names);
  const noneIsUndefined = !source.some((row) =>
    row.cells.some((cell) => cell.state === 'bound' && cell.text === 'None'),
  );
  const locals = localNames(trace);
  const hues = new Map(film.cast.objects.map((role) => [role.id, role.hue]));
  const hueOf = (value: Value | null | undefined) => (typeof value === 'number' ? (hues.get(value) ?? 0) : 0);
  const rows = source.map((row, i): RunRow => {
    const before = source[i - 1];
    const bound = stateAt(trace, row.step).step.frames[0]?.names ?? {};
    const cells = row.cells.map((cell, c): RunCell => {
      const value = bound[names[c] ?? ''];
      const changed = before ? before.cells[c]?.text !== cell.text : cell.state === 'bound';
      const text = cell.state === 'unbound' && !noneIsUndefined ? words.lesson.table.notDefined : cell.text;
      return { ...cell, text, changed, hue: hueOf(value) };
    });
    const ofCalls = locals.map(({ cells: said }): RunCell => {
      const { value, text } = said[i] ?? { value: null, text: '' };
      const changed = text !== (said[i - 1]?.text ?? '');
      if (value === null) return { state: 'unbound', text: words.lesson.table.notRunning, changed, hue: 0 };
      return { state: 'bound', text, changed, hue: hueOf(value) };
    });
    const scene = film.scenes[row.number];
    return {
      step: row.number,
      act: scene?.act ?? row.action,
      code: row.action,
      cells: [...cells, ...ofCalls],
      count: row.count,
      countText: row.countText,
      countChanged: row.count !== (before?.count ?? null),
      freed: row.freed,
      freedChanged: row.freed && before?.freed !== true,
    };
  });
  const ofModule = names.map((name) => ({ key: name, name, fn: null, heading: headingOf(trace, name) }));
  const ofCalls = locals.map(({ fn, name }) => ({
    key: `${fn} ${name}`,
    name,
    fn,
    heading: words.lesson.table.local(name, fn),
  }));
  return { columns: [...ofModule, ...ofCalls], rows, noneIsUndefined, ...countedIn(trace, film, names) };
}

/** Which object the count is of: told in the headings where the program has several. */
function countedIn(
  trace: Trace,
  film: Film,
  names: readonly string[],
): Pick<RunTable, 'countHeading' | 'freedHeading' | 'freedBy'> {
  const { count, collected, countOf, freedOf } = words.lesson.table;
  const name = names.find((one) => objectOfName(trace, one) !== null);
  const id = name === undefined ? null : objectOfName(trace, name);
  const freedBy = trace.steps.flatMap((step) => step.freed).find((one) => one.id === id)?.by ?? null;
  const shown = picturedObjects(film);
  const kind = shown.find((role) => role.id === id)?.kind;
  return shown.length > 1 && name !== undefined && kind !== undefined
    ? { countHeading: countOf(kind, name), freedHeading: freedOf(kind, name), freedBy }
    : { countHeading: count, freedHeading: collected, freedBy };
}

/** 'Array A' for a name that first refers to an array, else the name. */
function headingOf(trace: Trace, name: string): string {
  const id = objectOfName(trace, name);
  const isArray = trace.steps.some((step) => step.changed.some((r) => r.id === id && r.kind === 'ndarray'));
  return isArray ? words.lesson.table.array(name) : name;
}
