import type { Span, Trace } from '@/lib/simulator';
import type { FilmEnding } from './film';

/** How the run ended, in Python's words. */
export function endingOf(trace: Trace): FilmEnding {
  const { ending } = trace;
  switch (ending.type) {
    case 'finished':
      return { type: 'finished', message: '', traceback: [], span: null };
    case 'raised':
      return {
        type: 'raised',
        message: errorText(ending.exception, ending.message),
        traceback: collapsed(ending.traceback.map(({ fn, line }) => `line ${line}, in ${fn}`)),
        span: ending.span,
      };
    case 'syntax':
      return {
        type: 'syntax',
        message: errorText(ending.exception, ending.message),
        traceback: [],
        span: fromCaret(ending.span),
      };
    default:
      return { type: ending.type, message: ending.message, traceback: [], span: ending.span };
  }
}

/** How often CPython writes an equal line before it counts the rest (`_RECURSIVE_CUTOFF` of Lib/traceback.py). */
const REPEATED = 3;

function collapsed(rows: readonly string[]): string[] {
  const shown: string[] = [];
  let repeats = 0;
  const endOfRun = () => {
    const more = repeats - REPEATED;
    if (more > 0) shown.push(`[Previous line repeated ${more} more ${more === 1 ? 'time' : 'times'}]`);
  };
  rows.forEach((row, i) => {
    if (row !== rows[i - 1]) {
      endOfRun();
      repeats = 0;
    }
    repeats += 1;
    if (repeats <= REPEATED) shown.push(row);
  });
  endOfRun();
  return shown;
}

function errorText(exception: string, message: string): string {
  return message === '' ? exception : `${exception}: ${message}`;
}

/** A syntax error is placed by Python's caret, which counts columns from 1; everything else counts from 0. */
function fromCaret(span: Span): Span {
  return { ...span, column: Math.max(0, span.column - 1), endColumn: Math.max(1, span.endColumn - 1) };
}
