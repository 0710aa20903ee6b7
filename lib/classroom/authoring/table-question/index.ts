/** A question of the kind trace-table, made from a program alone. Pure. */
import { timelineOrFault } from '@/lib/exercises/facts/finished';
import type { Timeline } from '@/lib/exercises/facts/timeline';
import type { Run } from '@/lib/exercises/kinds/contract';
import { generateTraceTable } from '@/lib/exercises/kinds/trace-table/generate';
import type { TraceTableKey } from '@/lib/exercises/kinds/trace-table/key';
import { traceTableSpecSchema } from '@/lib/exercises/kinds/trace-table/schema';
import type { DraftProblem } from '../core/draft';
import { programProblem } from '../core/program-problem';
import { candidateColumns } from './candidates';
import { type ChosenColumn, chooseColumns, chooseRows, columnOf } from './choose';
import { conceptsOf } from './concepts';
import { fileText } from './file-text';
import { explanationOf, hintsOf, promptOf, titleOf } from './words';

export type TableQuestion =
  | { readonly status: 'made'; readonly yaml: string }
  /** The program does not run, or nothing in it can be asked step by step. */
  | { readonly status: 'refused'; readonly problems: readonly DraftProblem[] };

/**
 * The text of an exercise.yaml with the id `id` that asks about a program: the names, counts and outputs that change, its
 * first row given.
 */
export function tableQuestionFrom(snippet: string, id: string, run: Run): TableQuestion {
  const trace = run(snippet);
  const stopped = programProblem(trace, snippet);
  if (stopped !== null) return { status: 'refused', problems: [stopped] };
  const timeline = timelineOrFault(trace);
  if ('message' in timeline || timeline.steps.length === 0)
    return refused('The program has no step to ask about.');
  const columns = chooseColumns(candidateColumns(timeline));
  if (columns.length === 0) {
    return refused(
      'No table can be made: after the first step no name of the module changes to a value that fits into a cell, no count changes, and nothing is printed line by line.',
    );
  }
  const rows = chooseRows(timeline, columns);
  const table = {
    kind: 'trace-table' as const,
    columns: columns.map(columnOf),
    ...(rows.length === timeline.steps.length ? {} : { steps: rows }),
    given: [`${rows[0]}.*`],
  };
  const made = generateTraceTable(traceTableSpecSchema.parse(table), { source: snippet, run });
  if (made.status === 'refused') return refused(made.faults.map(({ message }) => message).join(' '));
  return { status: 'made', yaml: textOf(id, timeline, columns, table, made.key.rows) };
}

function refused(message: string): TableQuestion {
  return {
    status: 'refused',
    problems: [{ file: 'snippet.py', line: 1, column: 1, message, severity: 'error' }],
  };
}

function textOf(
  id: string,
  timeline: Timeline,
  columns: readonly ChosenColumn[],
  { kind, ...table }: { readonly kind: 'trace-table' } & Readonly<Record<string, unknown>>,
  rows: TraceTableKey['rows'],
): string {
  return fileText({
    id,
    title: titleOf(columns).slice(0, 200),
    kind,
    concepts: conceptsOf(timeline, columns),
    difficulty: difficultyOf(columns.length, rows.length),
    prompt: promptOf(columns),
    ...table,
    hints: hintsOf(columns, rows),
    explanation: explanationOf(rows),
  });
}

/** From 1 to 5, by what there is to fill in. */
const difficultyOf = (columns: number, rows: number): number =>
  Math.min(5, Math.max(1, Math.round(Math.sqrt(columns * rows) - 1)));
