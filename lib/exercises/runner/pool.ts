import { Worker } from 'node:worker_threads';
import { AppError } from '@/lib/common/errors';
import type { Jobs } from './jobs';
import type { JobShapes, Reply, Request } from './serve';

export interface PoolOptions {
  /** The file of the worker thread. */
  readonly entry: string | URL;
  /** Threads at most. */
  readonly size: number;
  /** Jobs that may wait; one more is refused, so that a flood is told so instead of piling up. */
  readonly waiting: number;
  /** Milliseconds for one job. A program is bounded by steps and bytes; this is the last resort. */
  readonly patience: number;
  /** Of memory that one thread may take, for work whose bounds are others' to set; no limit of its own where left out. */
  readonly megabytes?: number;
}

interface Waiting {
  readonly request: Request;
  readonly resolve: (output: never) => void;
  readonly reject: (error: Error) => void;
}

interface Thread {
  readonly worker: Worker;
  ready: boolean;
  job: Waiting | null;
  timer: NodeJS.Timeout | null;
}

/** Worker threads with a bounded queue. Threads start when they are first needed and do not keep the process alive. */
export class Pool<Work extends JobShapes<Work> = Jobs> {
  private readonly threads = new Set<Thread>();
  private readonly queue: Waiting[] = [];
  constructor(private readonly options: PoolOptions) {}

  /**
   * Does a job on a free thread, or as soon as one is free.
   * Throws AppError "rate-limited" when too many jobs wait, "too-large" when the job was stopped.
   */
  run<Name extends keyof Work & string>(
    name: Name,
    input: Work[Name]['input'],
  ): Promise<Work[Name]['output']> {
    if (this.queue.length >= this.options.waiting) {
      return Promise.reject(
        new AppError('rate-limited', 'Too many programs are waiting to be run.', {
          remedy: 'Try again in a moment.',
        }),
      );
    }
    return new Promise((resolve, reject) => {
      this.queue.push({ request: { name, input }, resolve, reject });
      this.next();
    });
  }

  /** Ends the threads; jobs that wait or run are refused. */
  async close(): Promise<void> {
    const closed = new AppError('internal', 'The runner was closed.');
    for (const waiting of this.queue.splice(0)) waiting.reject(closed);
    const threads = [...this.threads];
    for (const thread of threads) this.abandon(thread, closed);
    await Promise.all(threads.map(({ worker }) => worker.terminate()));
  }

  private next(): void {
    if (this.queue.length === 0) return;
    const free = [...this.threads].find((thread) => thread.ready && thread.job === null);
    if (free !== undefined) {
      this.give(free, this.queue.shift() as Waiting);
      return;
    }
    const starting = [...this.threads].filter((thread) => !thread.ready).length;
    if (this.threads.size < this.options.size && starting < this.queue.length) this.start();
  }

  private start(): void {
    const { entry, megabytes } = this.options;
    const worker = new Worker(
      entry,
      megabytes === undefined ? {} : { resourceLimits: { maxOldGenerationSizeMb: megabytes } },
    );
    const thread: Thread = { worker, ready: false, job: null, timer: null };
    this.threads.add(thread);
    worker.on('message', (reply: Reply) => this.receive(thread, reply));
    worker.on('error', (error) => this.lose(thread, isOutOfMemory(error) ? tooMuchMemory() : error));
    worker.on('exit', (code) => this.lose(thread, new Error(`a runner thread ended with code ${code}`)));
  }

  private give(thread: Thread, waiting: Waiting): void {
    thread.job = waiting;
    // A thread at work keeps the process alive; an idle one does not.
    thread.worker.ref();
    thread.timer = setTimeout(() => {
      this.abandon(thread, new AppError('too-large', 'The program took too long and was stopped.'));
      void thread.worker.terminate();
      this.next();
    }, this.options.patience);
    thread.worker.postMessage(waiting.request);
  }

  private receive(thread: Thread, reply: Reply): void {
    if (reply.type === 'ready') {
      thread.ready = true;
      thread.worker.unref();
    } else if (thread.job !== null) {
      const { resolve, reject } = thread.job;
      this.release(thread);
      if (reply.type === 'done') resolve(reply.output as never);
      else reject(new Error(`a job failed in the runner: ${reply.message}`));
    }
    this.next();
  }

  private release(thread: Thread): void {
    if (thread.timer !== null) clearTimeout(thread.timer);
    thread.timer = null;
    thread.job = null;
    thread.worker.unref();
  }

  /** Takes the thread out of the pool and refuses its job. */
  private abandon(thread: Thread, error: Error): void {
    this.threads.delete(thread);
    const job = thread.job;
    this.release(thread);
    job?.reject(error);
  }

  private lose(thread: Thread, error: Error): void {
    if (!this.threads.has(thread)) return;
    const neverReady = !thread.ready;
    this.abandon(thread, error);
    // A thread that cannot start will not start the next time either: who waits is told at once.
    if (neverReady && this.threads.size === 0) for (const one of this.queue.splice(0)) one.reject(error);
    this.next();
  }
}

const isOutOfMemory = (error: Error): boolean =>
  (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY';

const tooMuchMemory = () => new AppError('too-large', 'The program took too much memory and was stopped.');
