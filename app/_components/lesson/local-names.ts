/** The names of calls in the tables of a lesson: what each says while the call runs. */
import { lessonSteps, stateAt, type Trace, type Value, valueText } from '@/lib/simulator';

export interface LocalCell {
  /** null: the call is not running, or the name is not bound in it yet. */
  readonly value: Value | null;
  readonly text: string;
}

export interface LocalName {
  readonly fn: string;
  readonly name: string;
  /** A cell for each numbered step. */
  readonly cells: readonly LocalCell[];
}

/** Names of functions of the program, in order of first binding. Of several calls that run, the last one counts. */
export function localNames(trace: Trace): LocalName[] {
  const found = new Map<string, { fn: string; name: string }>();
  for (const step of trace.steps) {
    for (const frame of step.frames.slice(1)) {
      // Bodies of classes and comprehensions have frames, but no names that a learner follows.
      if (frame.fn.startsWith('<') || frame.func === null) continue;
      for (const name of Object.keys(frame.names)) found.set(`${frame.fn} ${name}`, { fn: frame.fn, name });
    }
  }
  return [...found.values()].map(({ fn, name }) => ({
    fn,
    name,
    cells: lessonSteps(trace).map(({ step }): LocalCell => {
      const state = stateAt(trace, step.n);
      const frame = state.step.frames.findLast((one, depth) => depth > 0 && one.fn === fn);
      const value = frame?.names[name] ?? null;
      return { value, text: value === null ? '' : valueText(state, value) };
    }),
  }));
}
