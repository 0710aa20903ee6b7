/**
 * Lines that follow from earlier ones. Where a statement prints one name, the line that a student wrote for it says
 * what that name shows. The program runs on from there with the name showing that, and what it prints next is what
 * the next lines should say if the earlier ones were true.
 */
import { printedLines } from '@/lib/exercises/facts/output';
import { referent, type Timeline, timelineOf } from '@/lib/exercises/facts/timeline';
import type { Run } from '@/lib/exercises/kinds/contract';
import { readLiteral } from '@/lib/exercises/literals/read-literal';
import { type Insertion, insertAll } from '../../own-state/insert';
import { placeAfter } from '../../own-state/place';
import { writeClaims } from '../../own-state/write';

/** What a run prints that takes the earlier lines for true. */
export interface OwnRun {
  /** The text of a line, from 0; undefined where the run has no such line, or takes another way. */
  readonly line: (index: number) => string | undefined;
  /** The run in which a line says something else; the same run where nobody knows how. */
  readonly believing: (index: number, text: string) => OwnRun;
}

/** The run of a program in which nothing is believed yet. */
export function ownRun(program: string, run: Run): OwnRun {
  const first = timelineOf(run(program));
  return believingAll(first, first, [], run);
}

function believingAll(first: Timeline, now: Timeline, insertions: readonly Insertion[], run: Run): OwnRun {
  const [truth, lines] = [printedLines(first), printedLines(now)];
  // The same statements must print the lines up to this one: otherwise the run went another way.
  const inStep = (index: number) =>
    truth.slice(0, index + 1).every(({ source }, place) => lines[place]?.source === source);
  const self: OwnRun = {
    line: (index) => (inStep(index) ? lines[index]?.text : undefined),
    believing: (index, text) => {
      const insertion = inStep(index) ? beliefIn(first, now, index, text) : null;
      if (insertion === null) return self;
      const more = [...insertions, insertion];
      const trace = run(insertAll(first.trace.source, more).source);
      return trace.steps.length === 0 ? self : believingAll(first, timelineOf(trace), more, run);
    },
  };
  return self;
}

/** The statements after a printed line that make its name show the text; null where there are none. */
function beliefIn(first: Timeline, now: Timeline, index: number, text: string): Insertion | null {
  const [truth, line] = [printedLines(first)[index], printedLines(now)[index]];
  const [step, there] = [first.steps[(truth?.step ?? 0) - 1], now.steps[(line?.step ?? 0) - 1]];
  const name = /^print\(([A-Za-z_]\w*)\)$/.exec(step?.source ?? '')?.[1];
  const literal = readLiteral(text);
  if (step === undefined || there === undefined || name === undefined || literal === null) return null;
  const place = placeAfter(first, step);
  const value = referent(there.memory, name);
  if (place === null || place.frame !== null || value === undefined) return null;
  const lines = writeClaims(there.memory, [{ name, literal, value }], null);
  return lines === null || lines.length === 0 ? null : { place, lines };
}
