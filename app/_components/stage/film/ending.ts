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
        traceback: ending.traceback.map(({ fn, line }) => `line ${line}, in ${fn}`),
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

function errorText(exception: string, message: string): string {
  return message === '' ? exception : `${exception}: ${message}`;
}

/** A syntax error is placed by Python's caret, which counts columns from 1; everything else counts from 0. */
function fromCaret(span: Span): Span {
  return { ...span, column: Math.max(0, span.column - 1), endColumn: Math.max(1, span.endColumn - 1) };
}
