/** The columns that a table about a program could have. Pure. */
import { type Cell, cellSays, readCell, showCell } from '@/lib/exercises/cells/cell';
import { moduleNames, recordOf } from '@/lib/exercises/facts/names';
import { type LessonStep, objectMeant, referent, type Timeline } from '@/lib/exercises/facts/timeline';
import type { Fault } from '@/lib/exercises/kinds/contract';
import { planColumn } from '@/lib/exercises/kinds/trace-table/generate';
import type { Column } from '@/lib/exercises/kinds/trace-table/schema';
import type { ObjectId } from '@/lib/simulator';

/** A column, and what it says after each step. */
export interface Candidate {
  readonly column: Column;
  readonly type: 'value' | 'count' | 'freed' | 'same' | 'output';
  /** The name that it speaks of; '' for what is printed. */
  readonly name: string;
  /** 'the array of a', or the name. */
  readonly about: string;
  /** By step, from the first; null where there is nothing to ask. */
  readonly says: readonly (string | null)[];
  /** Steps after the first at which it says something else than before. */
  readonly changes: number;
}

/** A cell that is longer is not filled in by anybody. */
const longestCell = 80;

/** Names that exercise.yaml can name. */
const plainName = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** Every column whose cells can all be written, and that changes after the first step, in the order of the program. */
export function candidateColumns(timeline: Timeline): Candidate[] {
  const names = namesOf(timeline);
  const columns: Column[] = [
    ...names.filter((name) => isData(timeline, name)).map((value) => ({ value })),
    ...counted(timeline, names).flatMap((name) => [{ count: name }, { freed: name }]),
    ...names.filter((name) => isShared(timeline, name)).map((same) => ({ same })),
    { output: true },
  ];
  return columns.flatMap((column) => candidate(timeline, column) ?? []).filter(({ changes }) => changes > 0);
}

/** The names of the module that the program ever binds, in the order in which it does. */
const namesOf = ({ steps }: Timeline): string[] =>
  [...new Set(steps.flatMap(({ memory }) => moduleNames(memory)))].filter((name) => plainName.test(name));

const dataKinds: ReadonlySet<string> = new Set(['ndarray', 'list', 'tuple', 'set', 'frozenset', 'dict']);

/** Whether a name shows data whenever it is bound: no function, class, module or other thing without a value. */
const isData = ({ steps }: Timeline, name: string): boolean =>
  steps.every(({ memory }) => {
    const value = referent(memory, name);
    if (value === undefined) return true;
    if (typeof value === 'string') return !value.startsWith('<');
    return dataKinds.has(recordOf(memory, name)?.kind ?? '');
  });

/** Constants of the code hold a reference that no program shows, so that tuples are left out. */
const countedKinds: ReadonlySet<string> = new Set(['ndarray', 'list', 'set', 'dict', 'object']);

/** The names whose first object has a count that is known at each step; each object once. */
function counted(timeline: Timeline, names: readonly string[]): string[] {
  const seen = new Set<ObjectId>();
  return names.filter((name) => {
    const id = objectMeant(timeline, name);
    if (id === null || seen.has(id)) return false;
    seen.add(id);
    const records = timeline.steps.flatMap(({ memory }) => memory.objects.get(id) ?? []);
    return records.length > 0 && records.every(({ kind, count }) => countedKinds.has(kind) && count !== null);
  });
}

/** Whether another name ever refers to the same data. */
const isShared = (timeline: Timeline, name: string): boolean =>
  isData(timeline, name) &&
  timeline.steps.some(({ memory }) => {
    const value = referent(memory, name);
    return (
      typeof value === 'number' &&
      moduleNames(memory).some((other) => other !== name && referent(memory, other) === value)
    );
  });

function candidate(timeline: Timeline, column: Column): Candidate | null {
  const faults: Fault[] = [];
  const planned = planColumn(timeline, column, 0, faults);
  if (planned === null || faults.length > 0) return null;
  const says: (string | null)[] = [];
  for (const step of timeline.steps) {
    const text = textAfter(planned.truthAfter, step, planned.type);
    if (text === undefined) return null;
    says.push(text);
  }
  const changes = says.filter((text, index) => index > 0 && text !== null && differs(text, says[index - 1]));
  const { type, name, about } = planned;
  return { column, type, name, about, says, changes: changes.length };
}

/** Whether a cell says something else than the one before; the first count of an object is no change of it. */
const differs = (text: string, before: string | null | undefined): boolean =>
  before !== null && text !== before && text !== 'nothing';

/** A cell as it is written; null where there is nothing to ask; undefined where nobody could write it. */
function textAfter(
  truthAfter: (step: LessonStep) => Cell | null | undefined,
  step: LessonStep,
  type: Candidate['type'],
): string | null | undefined {
  const truth = truthAfter(step);
  if (truth === undefined || truth === null) return truth;
  const text = showCell(truth);
  const read = readCell(type, text);
  const isReadBack = read.status === 'read' && cellSays(read.cell, truth, false);
  return isReadBack && text.length <= longestCell ? text : undefined;
}
