import {
  executionTable,
  moduleNames,
  objectOfName,
  stateAt,
  type TableCell,
  type Trace,
} from '@/lib/simulator';
import { words } from '../../_words';
import type { Film } from '../stage/film/film';

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

/** The run as a table: a row a step, a column a name, the count and the freeing of the first object. */
export interface RunTable {
  readonly columns: readonly { readonly name: string; readonly heading: string }[];
  readonly rows: readonly RunRow[];
}

/** Everything in it comes from the trace. */
export function runTableOf(trace: Trace, film: Film): RunTable {
  const names = moduleNames(trace);
  const source = executionTable(trace, names);
  const hues = new Map(film.cast.objects.map((role) => [role.id, role.hue]));
  const rows = source.map((row, i): RunRow => {
    const before = source[i - 1];
    const bound = stateAt(trace, row.step).step.frames[0]?.names ?? {};
    const cells = row.cells.map((cell, c): RunCell => {
      const value = bound[names[c] ?? ''];
      const changed = before ? before.cells[c]?.text !== cell.text : cell.state === 'bound';
      return { ...cell, changed, hue: typeof value === 'number' ? (hues.get(value) ?? 0) : 0 };
    });
    const scene = film.scenes[row.number];
    return {
      step: row.number,
      act: scene?.act ?? row.action,
      code: row.action,
      cells,
      count: row.count,
      countText: row.countText,
      countChanged: row.count !== (before?.count ?? null),
      freed: row.freed,
      freedChanged: row.freed && before?.freed !== true,
    };
  });
  return { columns: names.map((name) => ({ name, heading: headingOf(trace, name) })), rows };
}

/** 'Array A' for a name that first refers to an array, else the name. */
function headingOf(trace: Trace, name: string): string {
  const id = objectOfName(trace, name);
  const isArray = trace.steps.some((step) => step.changed.some((r) => r.id === id && r.kind === 'ndarray'));
  return isArray ? words.lesson.table.array(name) : name;
}
