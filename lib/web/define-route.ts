import 'server-only';
import { AppError } from '@/lib/common/errors';
import type { Definition } from './define-action';
import { requireSameOrigin } from './origin';
import { parseInput } from './parse';
import { failureOf, statusOf } from './result';

/** Bytes of a body at most. */
const largestBody = 262_144;

const safeMethods = new Set(['GET', 'HEAD']);

/**
 * A route handler: parse → authorise → act. The input is the search parameters (GET) or the JSON body,
 * with the parameters of the path on top.
 */
export function defineRoute<Input, Proof, Output>(definition: Definition<Input, Proof, Output>) {
  return async (
    request: Request,
    context: { params: Promise<Record<string, string | string[] | undefined>> },
  ): Promise<Response> => {
    try {
      if (!safeMethods.has(request.method)) requireSameOrigin(request.headers);
      const raw = { ...(await inputOf(request)), ...(await context.params) };
      const input = parseInput(definition.input, raw);
      const proof = await definition.authorise(input);
      return answer(200, await definition.act(proof, input));
    } catch (error) {
      const failure = failureOf(error);
      return answer(statusOf[failure.code], { error: failure });
    }
  };
}

/** Answers belong to one person: no cache between may keep them. */
const answer = (status: number, body: unknown) =>
  Response.json(body, { status, headers: { 'cache-control': 'private, no-store' } });

async function inputOf(request: Request): Promise<Record<string, unknown>> {
  if (safeMethods.has(request.method)) return Object.fromEntries(new URL(request.url).searchParams);
  const text = await boundedText(request);
  try {
    const body: unknown = JSON.parse(text);
    if (typeof body === 'object' && body !== null && !Array.isArray(body)) return { ...body };
  } catch {
    // Told below, in the same words.
  }
  throw new AppError('invalid-input', 'The body must be a JSON object.');
}

/** The body as text; stops reading when it is too large, whatever its header says. */
async function boundedText(request: Request): Promise<string> {
  const reader = request.body?.getReader();
  const chunks: Uint8Array[] = [];
  for (let size = 0; reader !== undefined; ) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size > largestBody) {
      await reader.cancel();
      throw new AppError('too-large', 'This is too large to be taken.');
    }
    chunks.push(value);
  }
  return Buffer.concat(chunks).toString('utf8');
}
