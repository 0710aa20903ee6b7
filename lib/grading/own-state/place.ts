/** Where statements can be put into a program so that they run right after a step of it. */
import type { LessonStep, Timeline } from '@/lib/exercises/facts/timeline';
import type { FrameRecord, Span } from '@/lib/simulator';

export interface Place {
  /** The last line of the step's statement. */
  readonly line: number;
  readonly indent: string;
  /** Which of the runs of this statement is meant, from 1. */
  readonly visit: number;
  readonly visits: number;
  /** The frame the statement runs in: null for the module, where names can be bound anew. */
  readonly frame: FrameRecord | null;
}

/** Nothing runs after these in their block. */
const leaves: ReadonlySet<string> = new Set(['Return', 'Break', 'Continue', 'Raise']);

/** The place after a step; null where its statement shares a line with another, or leaves its block. */
export function placeAfter(timeline: Timeline, step: LessonStep): Place | null {
  const { span, stmt, frames } = step.memory.step;
  if (span === null || leaves.has(stmt)) return null;
  const lines = timeline.trace.source.split('\n');
  const indent = (lines[span.line - 1] ?? '').slice(0, span.column);
  const rest = (lines[span.endLine - 1] ?? '').slice(span.endColumn);
  if (indent.trim() !== '' || !/^\s*(#.*)?$/.test(rest)) return null;
  const runs = timeline.trace.steps.filter((one) => one.span !== null && sameSpan(one.span, span));
  const visit = runs.findIndex((one) => one.n === step.memory.step.n) + 1;
  const frame = frames.length > 1 ? (frames.at(-1) ?? null) : null;
  return { line: span.endLine, indent, visit, visits: runs.length, frame };
}

export const sameSpan = (a: Span, b: Span): boolean =>
  a.line === b.line && a.column === b.column && a.endLine === b.endLine && a.endColumn === b.endColumn;
