/** Where in snippet.py a program goes wrong, whatever its placeholders stand for. Pure. */
import { endingWords } from '@/lib/exercises/facts/finished';
import type { Ending, Trace } from '@/lib/simulator';
import type { DraftProblem } from './draft';

/**
 * Why a program does not run to its end, at its place in the snippet that it was filled from; null where it does. A
 * column is told where the line is written as it is run: values of placeholders may be longer or shorter than these.
 */
export function programProblem(trace: Trace, snippet: string): DraftProblem | null {
  const { ending } = trace;
  if (ending.type === 'finished') return null;
  const { line, column } = placeIn(snippet, trace.source, ending);
  return { file: 'snippet.py', line, column, message: messageOf(ending), severity: 'error' };
}

type Stopped = Exclude<Ending, { type: 'finished' }>;

const messageOf = (ending: Stopped): string => `The program does not run to its end: ${endingWords(ending)}.`;

function placeIn(snippet: string, filled: string, ending: Stopped): { line: number; column: number } {
  const written = snippet.split('\n');
  const { span } = ending;
  // Python's caret counts from 1, spans of steps count from 0.
  const column = ending.type === 'syntax' ? span.column : span.column + 1;
  const line = Math.max(span.line, 1);
  if (filled.split('\n').length !== written.length) return { line: 1, column: 1 };
  const same = filled.split('\n')[line - 1] === written[line - 1];
  return { line: Math.min(line, written.length), column: same ? Math.max(column, 1) : 1 };
}
