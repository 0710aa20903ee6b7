/** What Chromium's own trace of a load says. */
import { z } from 'zod';

const event = z.object({
  name: z.string(),
  ph: z.string(),
  ts: z.number(),
  dur: z.number().optional(),
  tdur: z.number().optional(),
  pid: z.number(),
  tid: z.number(),
  args: z.record(z.string(), z.unknown()).optional(),
});
type Event = z.infer<typeof event>;
const trace = z.object({ traceEvents: z.array(event) });

/** Categories of the trace that `loadOf` reads. */
export const categories = [
  'devtools.timeline',
  'disabled-by-default-devtools.timeline',
  'toplevel',
  'loading',
  'blink.user_timing',
];

/** A task longer than this keeps a person waiting. */
const LONG = 50;

/** Milliseconds. */
export interface Load {
  readonly firstPaint: number;
  readonly largestPaint: number;
  /** Of tasks after the first paint, what is above 50 ms each, by the clock. */
  readonly blocking: number;
  /** The same by the processor's time of the main thread: other programs of the machine add nothing. */
  readonly blockingCpu: number;
  /** Processor time of the main thread from the navigation on. */
  readonly cpu: number;
}

const last = (events: readonly Event[], name: string) => events.findLast((one) => one.name === name);

/** Reads the one navigation of a trace. Throws where it is not there. */
export function loadOf(buffer: Buffer): Load {
  const events = trace.parse(JSON.parse(buffer.toString('utf8'))).traceEvents.sort((a, b) => a.ts - b.ts);
  const paint = last(events, 'firstContentfulPaint');
  const candidate = last(events, 'largestContentfulPaint::Candidate');
  if (!paint || !candidate) throw new Error('The trace has no paint.');
  const own = events.filter(({ pid }) => pid === paint.pid);
  const start = last(
    own.filter(({ ts }) => ts < paint.ts),
    'navigationStart',
  );
  if (!start) throw new Error('The trace has no navigation.');
  const tasks = own.filter(
    ({ name, ph, tid, ts }) => name === 'RunTask' && ph === 'X' && tid === paint.tid && ts >= start.ts,
  );
  const late = tasks.filter(({ ts }) => ts >= paint.ts);
  const above = (times: readonly number[]) =>
    times.reduce((sum, time) => sum + Math.max(0, time / 1000 - LONG), 0);
  return {
    firstPaint: (paint.ts - start.ts) / 1000,
    largestPaint: (candidate.ts - start.ts) / 1000,
    blocking: above(late.map(({ dur = 0 }) => dur)),
    blockingCpu: above(late.map(({ tdur = 0 }) => tdur)),
    cpu: tasks.reduce((sum, { tdur = 0 }) => sum + tdur / 1000, 0),
  };
}
