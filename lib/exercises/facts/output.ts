import type { Timeline } from './timeline';

/** A line of standard output, and the step that ended it. */
export interface PrintedLine {
  readonly text: string;
  readonly step: number;
  readonly source: string;
  /** Of the program. */
  readonly line: number;
}

/** The lines that the numbered steps print. A line that several steps write belongs to the last of them. */
export function printedLines(timeline: Timeline): PrintedLine[] {
  const lines: PrintedLine[] = [];
  let open = '';
  for (const { n, source, line, memory } of timeline.steps) {
    const parts = (open + memory.step.out).split('\n');
    open = parts.pop() ?? '';
    lines.push(...parts.map((text) => ({ text, step: n, source, line })));
  }
  const last = timeline.steps.at(-1);
  if (open !== '' && last !== undefined) {
    lines.push({ text: open, step: last.n, source: last.source, line: last.line });
  }
  return lines;
}
