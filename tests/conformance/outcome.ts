/** What the simulator makes of a recorded program: the same trace, a refusal, or a difference. */
import { format1, type SimulateOptions, simulate } from '@/lib/simulator';
import { difference, type RecordedTrace } from './compare';
import type { Program } from './programs';

export type Outcome =
  | { readonly type: 'equal' }
  | { readonly type: 'refused'; readonly feature: string; readonly message: string }
  | { readonly type: 'differs'; readonly text: string };

/** Run a program and compare. A trace that ends in a refusal is a refusal, whatever came before. */
export function outcomeOf(program: Program, options: SimulateOptions = {}): Outcome {
  const trace = simulate(program.src, { limits: { steps: 20_000 }, recorded: true, ...options });
  const { ending } = trace;
  if (ending.type === 'unsupported')
    return { type: 'refused', feature: ending.feature, message: ending.message };
  if (ending.type === 'limit') return { type: 'differs', text: `limit ${ending.limit}: ${ending.message}` };
  const text = difference(program.trace, format1(trace) as unknown as RecordedTrace);
  return text === null ? { type: 'equal' } : { type: 'differs', text };
}
