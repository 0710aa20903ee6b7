import type { MessagePort } from 'node:worker_threads';

/** Work by name: what goes in, and what comes out. Both are plain data. */
export type JobShapes<Work> = {
  readonly [Name in keyof Work]: { readonly input: unknown; readonly output: unknown };
};

/** One job, as it is sent to a worker. */
export interface Request {
  readonly name: string;
  readonly input: unknown;
}

/** What a worker sends: first that it is ready, then one reply for each request. */
export type Reply =
  | { readonly type: 'ready' }
  | { readonly type: 'done'; readonly output: unknown }
  | { readonly type: 'failed'; readonly message: string };

/** Does the jobs that arrive, one at a time. The pool that sends them knows of which work they are. */
export function serve<Work extends JobShapes<Work>>(
  port: MessagePort,
  workers: { readonly [Name in keyof Work]: (input: Work[Name]['input']) => Work[Name]['output'] },
): void {
  const send = (reply: Reply) => port.postMessage(reply);
  port.on('message', ({ name, input }: Request) => {
    try {
      send({ type: 'done', output: workers[name as keyof Work](input as Work[keyof Work]['input']) });
    } catch (error) {
      send({
        type: 'failed',
        message: error instanceof Error ? (error.stack ?? error.message) : JSON.stringify(error),
      });
    }
  });
  send({ type: 'ready' });
}
