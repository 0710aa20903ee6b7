import 'server-only';
import type { z } from 'zod';
import { AppError } from '@/lib/common/errors';
import { parseInput } from './parse';
import { failureOf, statusOf } from './result';

export interface StreamDefinition<Input, Proof> {
  readonly input: z.ZodType<Input>;
  readonly authorise: (input: Input) => Promise<Proof>;
  /** Begins to send events by name; answers what ends it. */
  readonly open: (proof: Proof, input: Input, send: (event: string) => void) => () => void;
}

/** Streams that one process holds open at most. */
const mostStreams = 500;

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

let streams = 0;

/**
 * A route handler that sends events (HTML, server-sent events): parse → authorise → send. An event is a name and
 * nothing more: what has changed is fetched by a request of its own, with its rights checked, so that a stream that
 * stays open gives nothing away. Answers 429 where the process holds too many.
 */
export function defineStream<Input, Proof>(definition: StreamDefinition<Input, Proof>) {
  return async (
    request: Request,
    context: { params: Promise<Record<string, string | string[] | undefined>> },
  ): Promise<Response> => {
    try {
      const input = parseInput(definition.input, await context.params);
      const proof = await definition.authorise(input);
      // Nobody reads what follows a HEAD: it would hold a place until its time is over.
      if (request.method !== 'GET') return new Response(null, { headers });
      if (streams >= mostStreams) {
        throw new AppError('rate-limited', 'Too many pages follow their classes at this moment.', {
          remedy: 'The page asks again by itself.',
        });
      }
      return new Response(
        body((send) => definition.open(proof, input, send), request.signal),
        { headers },
      );
    } catch (error) {
      const failure = failureOf(error);
      return Response.json({ error: failure }, { status: statusOf[failure.code] });
    }
  };
}

function body(open: (send: (event: string) => void) => () => void, signal: AbortSignal): ReadableStream {
  const encoder = new TextEncoder();
  let end = () => {};
  return new ReadableStream({
    start(controller) {
      const write = (text: string) => controller.enqueue(encoder.encode(text));
      write('retry: 2000\n\n');
      const close = open((event) => write(`event: ${event}\ndata: {}\n\n`));
      streams += 1;
      const beat = setInterval(() => write(': here\n\n'), signOfLife);
      const limit = setTimeout(() => {
        end();
        controller.close();
      }, longest);
      end = () => {
        end = () => {};
        streams -= 1;
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
