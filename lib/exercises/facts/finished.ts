import type { Ending, Trace } from '@/lib/simulator';
import type { Fault } from '../kinds/contract';
import { type Timeline, timelineOf } from './timeline';

/** The timeline of a program that ran to its end; why there is none where it did not. */
export function timelineOrFault(trace: Trace, subject = 'The program'): Timeline | Fault {
  const { ending } = trace;
  if (ending.type === 'finished' && trace.steps.length > 0) return timelineOf(trace);
  return { path: [], message: `${subject} does not run to its end: ${endingWords(ending)}.` };
}

/** How a run ended, in words without a full stop: "line 2, NameError: name 'B' is not defined". */
export function endingWords(ending: Ending): string {
  if (ending.type === 'finished') return 'it has no step';
  const place = `line ${ending.span.line}`;
  const name = 'exception' in ending ? `${ending.exception}: ` : '';
  return `${place}, ${name}${ending.message.replace(/\.$/, '')}`;
}
