import type { Change } from '../content/questions';
import type { Fault, Run } from '../kinds/contract';
import { timelineOrFault } from './finished';
import type { Timeline } from './timeline';

/** Runs the program without the statements of some steps. Their lines stay, empty, so that no line moves. */
export function withoutSteps(shown: Timeline, change: Change, run: Run): Timeline | Fault {
  const lines = shown.trace.source.split('\n');
  for (const n of change.withoutSteps) {
    const span = shown.steps[n - 1]?.memory.step.span;
    if (!span) return { path: ['change'], message: `The program has no step ${n}.` };
    for (let line = span.line; line <= span.endLine; line += 1) lines[line - 1] = '';
  }
  const asked = timelineOrFault(run(lines.join('\n')), 'The changed program');
  return 'message' in asked ? { ...asked, path: ['change'] } : asked;
}

/** Runs the program with another line in the place of some. */
export function withLines(
  source: string,
  replaced: readonly { readonly line: number; readonly code: string }[],
  run: Run,
): Timeline | Fault {
  const lines = source.split('\n');
  for (const { line, code } of replaced) {
    if (lines[line - 1] === undefined) return { path: [], message: `The program has no line ${line}.` };
    lines[line - 1] = code;
  }
  return timelineOrFault(run(lines.join('\n')), 'The changed program');
}
