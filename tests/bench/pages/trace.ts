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
});
const trace = z.object({ traceEvents: z.array(event) });

/** Categories of the trace that `tasksOf` reads. */
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
export interface Tasks {
  /** Of tasks after the first paint, what is above 50 ms each, by the clock. */
  readonly blocking: number;
  /** The same by the processor's time of the main thread: other programs of the machine add nothing. */
  readonly blockingCpu: number;
  /** Processor time of the main thread for the whole load. */
  readonly cpu: number;
}

/** Reads the tasks of the page that was painted. The trace begins with its navigation. Throws where nothing was painted. */
export function tasksOf(buffer: Buffer): Tasks {
  const events = trace.parse(JSON.parse(buffer.toString('utf8'))).traceEvents;
  const paint = events.findLast(({ name }) => name === 'firstContentfulPaint');
  if (!paint) throw new Error('The trace has no paint.');
  const tasks = events.filter(
    ({ name, ph, pid, tid }) => name === 'RunTask' && ph === 'X' && pid === paint.pid && tid === paint.tid,
  );
  const late = tasks.filter(({ ts }) => ts >= paint.ts);
  const above = (times: readonly number[]) =>
    times.reduce((sum, time) => sum + Math.max(0, time / 1000 - LONG), 0);
  return {
    blocking: above(late.map(({ dur = 0 }) => dur)),
    blockingCpu: above(late.map(({ tdur = 0 }) => tdur)),
    cpu: tasks.reduce((sum, { tdur = 0 }) => sum + tdur / 1000, 0),
  };
}
