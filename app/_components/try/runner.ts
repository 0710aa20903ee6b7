'use client';

import type { Examined } from '@/lib/exercises/goals/examined';
import type { Goal } from '@/lib/exercises/goals/schema';
import type { Film } from '../stage/film/film';
import type { Answer, Request } from './protocol';

/** The simulator counts, it does not look at the clock: what takes longer than this hangs. */
const PATIENCE = 10_000;

export type RunResult =
  /** `examined`: what the goals say of it, where there are goals. */
  | { readonly type: 'ran'; readonly film: Film; readonly examined: Examined | null }
  | { readonly type: 'hung' }
  | { readonly type: 'broken' }
  /** A later run took its place. */
  | { readonly type: 'replaced' };

/** Runs one program at a time in a worker; a run that is replaced or hangs is ended with its worker. */
export class Runner {
  private worker: Worker | null = null;
  private last = 0;
  private abandon: (() => void) | null = null;

  run(source: string, goals: readonly Goal[] | null = null): Promise<RunResult> {
    this.abandon?.();
    this.last += 1;
    const id = this.last;
    const worker =
      this.worker ?? new Worker(new URL('./simulator-worker.ts', import.meta.url), { type: 'module' });
    this.worker = worker;
    return new Promise((resolve) => {
      const settle = (result: RunResult, keep: boolean) => {
        clearTimeout(timer);
        this.abandon = null;
        if (!keep) this.end();
        resolve(result);
      };
      const timer = setTimeout(() => settle({ type: 'hung' }, false), PATIENCE);
      this.abandon = () => settle({ type: 'replaced' }, false);
      worker.onmessage = ({ data }: MessageEvent<Answer>) => {
        if (data.id !== id) return;
        settle(
          'film' in data ? { type: 'ran', film: data.film, examined: data.examined } : { type: 'broken' },
          true,
        );
      };
      worker.onerror = () => settle({ type: 'broken' }, false);
      worker.postMessage({ id, source, goals } satisfies Request);
    });
  }

  /** Ends the worker; a later run starts another. */
  end(): void {
    this.worker?.terminate();
    this.worker = null;
  }
}
