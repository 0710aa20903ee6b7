import type { MessagePort } from 'node:worker_threads';
import { doJob, type JobName, type Jobs } from './jobs';

/** One job, as it is sent to a worker. */
export interface Request<Name extends JobName = JobName> {
  readonly name: Name;
  readonly input: Jobs[Name]['input'];
}

/** What a worker sends: first that it is ready, then one reply for each request. */
export type Reply =
  | { readonly type: 'ready' }
  | { readonly type: 'done'; readonly output: unknown }
  | { readonly type: 'failed'; readonly message: string };

/** Does the jobs that arrive, one at a time. */
export function serve(port: MessagePort): void {
  const send = (reply: Reply) => port.postMessage(reply);
  port.on('message', ({ name, input }: Request) => {
    try {
      send({ type: 'done', output: doJob(name, input) });
    } catch (error) {
      send({
        type: 'failed',
        message: error instanceof Error ? (error.stack ?? error.message) : JSON.stringify(error),
      });
    }
  });
  send({ type: 'ready' });
}
