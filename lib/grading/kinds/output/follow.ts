/**
 * Lines that follow from earlier ones. Where a statement prints one name, the line that a student wrote for it says
 * what that name showed since it was last changed. The program runs on from that change with the name showing what
 * they wrote, and what it prints is what the next lines should say if the earlier ones were true.
 */
import { lineSays } from '@/lib/exercises/cells/words';
import { lastChange } from '@/lib/exercises/facts/cell-reason';
import { printedLines } from '@/lib/exercises/facts/output';
import { referent, type Timeline, timelineOf, valueCell } from '@/lib/exercises/facts/timeline';
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
      const insertion = inStep(index) ? beliefIn(first, index, text) : null;
      if (insertion === null) return self;
      const more = [...insertions, insertion];
      const trace = run(insertAll(first.trace.source, more).source);
      if (trace.steps.length === 0) return self;
      const believed = believingAll(first, timelineOf(trace), more, run);
      // A run that does not print what they wrote is not theirs.
      const prints = believed.line(index);
      return prints !== undefined && lineSays(text, prints) ? believed : self;
    },
  };
  return self;
}

/** The statements, put in where a printed name was last changed, that make it show the text; null where none do. */
function beliefIn(timeline: Timeline, index: number, text: string): Insertion | null {
  const print = timeline.steps[(printedLines(timeline)[index]?.step ?? 0) - 1];
  const name = /^print\(([A-Za-z_]\w*)\)$/.exec(print?.source ?? '')?.[1];
  const literal = readLiteral(text);
  if (print === undefined || name === undefined || literal === null) return null;
  const since = timeline.steps.slice(
    lastChange(timeline, print, ({ memory }) => valueCell(memory, name)).step.n - 1,
    print.n,
  );
  // In a function the names of the module cannot be bound: then right after the call.
  const change = since.find((step) => step.memory.step.frames.length === 1);
  const place = change === undefined ? null : placeAfter(timeline, change);
  const value = change === undefined ? undefined : referent(change.memory, name);
  if (change === undefined || place === null || value === undefined) return null;
  const lines = writeClaims(change.memory, [{ name, literal, value, always: true }], null);
  return lines === null || lines.length === 0 ? null : { place, lines };
}
