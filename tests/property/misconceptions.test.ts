/** Machines are total: whatever a belief makes of a program, the run ends in a trace that can be read, or is refused. */
import { describe, expect, it } from 'vitest';
import { wholeNumbers } from '@/lib/common/random';
import { lessonSteps, simulate, stateAt, valueText } from '@/lib/simulator';
import { type MisconceptionId, misconceptionIds, simulateBelieving } from '@/lib/simulator/misconceptions';
import { programs } from '../conformance/programs';

const seed = 20_261_129;
const sources = [...programs('memory'), ...programs('snippets'), ...programs('arrays')].map(({ src }) => src);
const limits = { steps: 300, instructions: 100_000 };

/** Reads every step as an exercise may. */
function readAll(source: string, believes: readonly MisconceptionId[]): string {
  const trace = simulateBelieving(source, believes, { limits });
  for (const { step } of lessonSteps(trace)) {
    const memory = stateAt(trace, step.n);
    for (const value of Object.values(step.frames[0]?.names ?? {}))
      if (value !== null) valueText(memory, value);
  }
  return trace.ending.type === 'unsupported' ? trace.ending.feature : trace.ending.type;
}

describe(`beliefs on recorded programs (seed ${seed})`, () => {
  const draw = wholeNumbers(seed, 'machines');
  const pick = <T>(list: readonly T[]): T => list[draw(0, list.length - 1)] as T;

  it.each(misconceptionIds)('%s runs on 60 programs, and with another belief', (id) => {
    let beyond = 0;
    for (let i = 0; i < 60; i++) {
      const source = pick(sources);
      const found = readAll(source, i % 2 === 0 ? [id] : [id, pick(misconceptionIds)]);
      if (found === 'bent rule') beyond++;
    }
    expect(beyond).toBe(0);
  });

  it('no belief runs truly', () => {
    for (let i = 0; i < 100; i++) {
      const source = pick(sources);
      const [believing, truly] = [simulateBelieving(source, [], { limits }), simulate(source, { limits })];
      const lasting = (trace: typeof truly) => ({
        ...trace,
        steps: trace.steps.map(({ buffers, ...step }) => step),
      });
      expect(lasting(believing)).toEqual(lasting(truly));
    }
  });
});
