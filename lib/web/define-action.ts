import 'server-only';
import { headers } from 'next/headers';
import type { z } from 'zod';
import { requireSameOrigin } from './origin';
import { parseInput } from './parse';
import { type ActionResult, failureOf } from './result';

export interface Definition<Input, Proof, Output> {
  readonly input: z.ZodType<Input>;
  /** Who may do this: answers the proof that `act` needs, or throws. */
  readonly authorise: (input: Input) => Promise<Proof>;
  readonly act: (proof: Proof, input: Input) => Promise<Output>;
}

/** A server action: parse → authorise → act. Answers a result and never throws. */
export function defineAction<Input, Proof, Output>(
  definition: Definition<Input, Proof, Output>,
): (raw: unknown) => Promise<ActionResult<Output>> {
  return async (raw) => {
    try {
      requireSameOrigin(await headers());
      const input = parseInput(definition.input, raw);
      const proof = await definition.authorise(input);
      return { ok: true, value: await definition.act(proof, input) };
    } catch (error) {
      return { ok: false, error: failureOf(error) };
    }
  };
}
