import 'server-only';
import type { z } from 'zod';
import { AppError } from '@/lib/common/errors';
import { parseInput } from './parse';
import { failureOf, statusOf } from './result';

/** Who the stream is for. */
interface Personal {
  readonly viewer: { readonly id: string };
}

export interface StreamDefinition<Input, Proof extends Personal> {
  readonly input: z.ZodType<Input>;
  readonly authorise: (input: Input) => Promise<Proof>;
  /** Begins to send events by name; answers what ends it. */
  readonly open: (proof: Proof, input: Input, send: (event: string) => void) => () => void;
}

/** Streams that one process holds open at most, for all and for one person. */
const mostStreams = 500;
const mostOfPerson = 8;

/** Milliseconds between two signs of life, below what proxies take for dead. */
const signOfLife = 15_000;

/** Milliseconds after which a stream ends: the browser opens the next one, and the right is checked again. */
const longest = 10 * 60_000;

const headers = {
  'content-type': 'text/event-stream; charset=utf-8',
  // Neither kept nor held back to be compressed.
  'cache-control': 'private, no-store, no-transform',
  'x-accel-buffering': 'no',
};

/** How many each person has open. Nobody has none. */
const streamsOf = new Map<string, number>();
let streams = 0;

function count(personId: string, change: 1 | -1): void {
  streams += change;
  const now = (streamsOf.get(personId) ?? 0) + change;
  if (now === 0) streamsOf.delete(personId);
  else streamsOf.set(personId, now);
}

/** Throws AppError "rate-limited" where the process holds too many, for all or for this person. */
function requirePlace(personId: string): void {
  const own = (streamsOf.get(personId) ?? 0) >= mostOfPerson;
  if (!own && streams < mostStreams) return;
  throw new AppError(
    'rate-limited',
    own ? 'You follow a class in too many windows.' : 'Too many pages follow their classes at this moment.',
    { remedy: own ? 'Close some of them.' : 'The page asks again by itself.' },
  );
}

/**
 * A route handler that sends events (HTML, server-sent events): parse → authorise → send. An event is a name and
 * nothing more: what has changed is fetched by a request of its own, with its rights checked, so that a stream that
 * stays open gives nothing away. Answers 429 where the process holds too many, for all or for this person: one who opens
 * streams without end takes no place of others.
 */
export function defineStream<Input, Proof extends Personal>(definition: StreamDefinition<Input, Proof>) {
  return async (
    request: Request,
    context: { params: Promise<Record<string, string | string[] | undefined>> },
  ): Promise<Response> => {
    try {
      const input = parseInput(definition.input, await context.params);
      const proof = await definition.authorise(input);
      // Nobody reads what follows a HEAD: it would hold a place until its time is over.
      if (request.method !== 'GET') return new Response(null, { headers });
      const { id } = proof.viewer;
      requirePlace(id);
      const open = (send: (event: string) => void) => definition.open(proof, input, send);
      return new Response(body(id, open, request.signal), { headers });
    } catch (error) {
      const failure = failureOf(error);
      return Response.json({ error: failure }, { status: statusOf[failure.code] });
    }
  };
}

function body(
  personId: string,
  open: (send: (event: string) => void) => () => void,
  signal: AbortSignal,
): ReadableStream {
  const encoder = new TextEncoder();
  let end = () => {};
  return new ReadableStream({
    start(controller) {
      const write = (text: string) => controller.enqueue(encoder.encode(text));
      write('retry: 2000\n\n');
      const close = open((event) => write(`event: ${event}\ndata: {}\n\n`));
      count(personId, 1);
      const beat = setInterval(() => write(': here\n\n'), signOfLife);
      const limit = setTimeout(() => {
        end();
        controller.close();
      }, longest);
      end = () => {
        end = () => {};
        count(personId, -1);
        clearInterval(beat);
        clearTimeout(limit);
        close();
      };
      const gone = () => {
        end();
        // The browser has gone: where it has closed the stream itself, there is nothing left to close.
        try {
          controller.close();
        } catch {
          return;
        }
      };
      if (signal.aborted) gone();
      else signal.addEventListener('abort', gone, { once: true });
    },
    cancel: () => end(),
  });
}
