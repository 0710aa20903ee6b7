import { type Cell, type ColumnType, isNone, showCell } from '../../cells/cell';
import { reasonFor } from '../../facts/cell-reason';
import { timelineOrFault } from '../../facts/finished';
import { sameCell } from '../../facts/names';
import {
  fateOf,
  type LessonStep,
  objectMeant,
  objectWords,
  type Timeline,
  valueCell,
} from '../../facts/timeline';
import { type Fault, type Generated, type Program, refused } from '../contract';
import type { TraceTableKey } from './key';

import type { Column, TraceTableSpec } from './schema';

/** Shown where an object is not made yet: there is nothing to ask. */
const notMade = '–';

export interface PlannedColumn {
  readonly id: string;
  readonly type: ColumnType;
  readonly label: string;
  readonly about: string;
  readonly name: string;
  readonly object: number | null;
  /** What the column says after a step; null: nothing to ask; undefined: it cannot be written. */
  readonly truthAfter: (step: LessonStep) => Cell | null | undefined;
}

/** Computes the whole table from the trace. Refused: an unknown name, step or cell; a table that asks nothing. */
export function generateTraceTable(spec: TraceTableSpec, program: Program): Generated<TraceTableKey> {
  const timeline = timelineOrFault(program.run(program.source));
  if ('message' in timeline) return refused(timeline);
  const faults: Fault[] = [];
  const columns = spec.columns.map((column, index) => planColumn(timeline, column, index, faults));
  const planned = columns.filter((column) => column !== null);
  checkIds(planned, faults);
  const wanted = stepsOf(spec, timeline, faults);
  checkGiven(spec, wanted, planned, faults);
  if (faults.length > 0) return refused(...faults);

  const given = new Set(spec.given);
  let sawNone = false;
  const rows = wanted.map((step) => ({
    step: step.n,
    line: step.line,
    source: step.source,
    cells: planned.map((column, index) => {
      const truth = column.truthAfter(step);
      const before = timeline.steps[step.n - 2];
      const earlier = before === undefined ? null : column.truthAfter(before);
      if (truth === undefined || earlier === undefined) {
        faults.push({
          path: ['columns', index],
          message: `After step ${step.n} the value cannot be written as a literal.`,
        });
      }
      if (truth && isNone(truth)) sawNone = true;
      const expected = truth ? showCell(truth) : notMade;
      return {
        id: `${step.n}.${column.id}`,
        column: column.id,
        expected,
        changes: expected !== (column.type === 'output' ? 'nothing' : startOr(earlier, column.type)),
        given: !truth || given.has(`${step.n}.*`) || given.has(`${step.n}.${column.id}`),
        reason: truth ? reasonFor(timeline, step, column, truth, earlier ?? null) : '',
      };
    }),
  }));
  if (rows.every((row) => row.cells.every((cell) => cell.given))) {
    faults.push({ path: ['given'], message: 'No cell is left to ask.' });
  }
  if (faults.length > 0) return refused(...faults);
  const shown = planned.map(({ id, type, label, about, name, object }) => ({
    id,
    type,
    label,
    about,
    name,
    object,
  }));
  return {
    status: 'made',
    key: { kind: 'trace-table', program: program.source, columns: shown, rows, noneMeansUndefined: !sawNone },
    warnings: constantColumns(spec, rows),
  };
}

/** What a column says before anything has happened, so that the first row can be a change as well. */
function startOr(earlier: Cell | null | undefined, type: ColumnType): string {
  if (earlier) return showCell(earlier);
  return starts[type];
}

const starts: Readonly<Record<ColumnType, string>> = {
  value: 'not defined',
  same: 'not defined',
  freed: 'No',
  output: 'nothing',
  count: '',
};

/** What a column asks of each step; null, and a fault, where the program has no such name or object. */
export function planColumn(
  timeline: Timeline,
  column: Column,
  index: number,
  faults: Fault[],
): PlannedColumn | null {
  if ('value' in column) {
    const name = column.value;
    if (!timeline.steps.some((step) => valueCell(step.memory, name)?.type !== 'undefined')) {
      faults.push({ path: ['columns', index], message: `The name ${name} is never bound.` });
      return null;
    }
    return {
      id: column.id ?? name,
      type: 'value',
      label: column.label ?? name,
      about: name,
      name,
      object: null,
      truthAfter: (step) => valueCell(step.memory, name) ?? undefined,
    };
  }
  if ('same' in column) return planSame(timeline, column, index, faults);
  if ('output' in column) return planOutput(column);
  const type: ColumnType = 'count' in column ? 'count' : 'freed';
  const meant = 'count' in column ? column.count : column.freed;
  const id = objectMeant(timeline, meant);
  const about = objectWords(timeline, meant);
  if (id === null) {
    faults.push({ path: ['columns', index], message: `There is no such object: ${about}.` });
    return null;
  }
  return {
    id: column.id ?? type,
    type,
    label: column.label ?? (type === 'count' ? 'Reference count' : 'Freed'),
    about,
    name: typeof meant === 'string' ? meant : 'name' in meant ? meant.name : '',
    object: id,
    truthAfter: (step) => {
      const fate = fateOf(timeline, id, step.memory);
      if (fate.state === 'unmade') return null;
      if (type === 'freed') return { type, freed: fate.state === 'freed' };
      return { type: 'count', count: fate.state === 'alive' ? fate.count : 0 };
    },
  };
}

type SameColumn = Extract<Column, { same: unknown }>;

function planSame(
  timeline: Timeline,
  column: SameColumn,
  index: number,
  faults: Fault[],
): PlannedColumn | null {
  const name = column.same;
  if (!timeline.steps.some((step) => sameCell(step.memory, name)?.type === 'same')) {
    faults.push({ path: ['columns', index], message: `The name ${name} never refers to an object.` });
    return null;
  }
  return {
    id: column.id ?? `same-${name}`,
    type: 'same',
    label: column.label ?? `Same object as ${name}`,
    about: name,
    name,
    object: null,
    truthAfter: (step) => sameCell(step.memory, name),
  };
}

function planOutput(column: Extract<Column, { output: true }>): PlannedColumn {
  return {
    id: column.id ?? 'output',
    type: 'output',
    label: column.label ?? 'Printed',
    about: 'what is printed',
    name: '',
    object: null,
    truthAfter: outputAfter,
  };
}

/** What a step prints; undefined where it prints several lines, which one cell cannot hold. */
function outputAfter(step: LessonStep): Cell | undefined {
  const text = step.memory.step.out.trimEnd();
  return text.includes('\n') ? undefined : { type: 'output', text: text.trim() };
}

function checkIds(columns: readonly PlannedColumn[], faults: Fault[]): void {
  const seen = new Set<string>();
  columns.forEach((column, index) => {
    if (seen.has(column.id)) {
      faults.push({ path: ['columns', index], message: `A second column "${column.id}"; give it an id.` });
    }
    seen.add(column.id);
  });
}

function stepsOf(spec: TraceTableSpec, timeline: Timeline, faults: Fault[]): LessonStep[] {
  if (spec.steps === undefined) return [...timeline.steps];
  return spec.steps.flatMap((n, index) => {
    const step = timeline.steps[n - 1];
    if (step === undefined) faults.push({ path: ['steps', index], message: `The program has no step ${n}.` });
    return step ?? [];
  });
}

function checkGiven(
  spec: TraceTableSpec,
  steps: readonly LessonStep[],
  columns: readonly PlannedColumn[],
  faults: Fault[],
): void {
  spec.given.forEach((cell, index) => {
    const [step, column] = cell.split('.');
    const known = column === '*' || columns.some((one) => one.id === column);
    if (!known || !steps.some((one) => String(one.n) === step)) {
      faults.push({ path: ['given', index], message: `The table has no cell ${cell}.` });
    }
  });
}

function constantColumns(spec: TraceTableSpec, rows: TraceTableKey['rows']): Fault[] {
  return spec.columns.flatMap((_, index) => {
    const said = new Set(rows.map((row) => row.cells[index]?.expected));
    if (said.size > 1 || rows.length < 2) return [];
    return [{ path: ['columns', index], message: 'This column never changes; it asks for little.' }];
  });
}
