import type { TraceAnswer, TraceRequest } from './trace-worker';

/** The trace of a program as JSON, in the format of the recorded traces; null where the simulator broke. */
export function traceJson(source: string): Promise<string | null> {
  const worker = new Worker(new URL('./trace-worker.ts', import.meta.url), { type: 'module' });
  return new Promise((resolve) => {
    const settle = (json: string | null) => {
      worker.terminate();
      resolve(json);
    };
    worker.onmessage = ({ data }: MessageEvent<TraceAnswer>) => settle(data.json);
    worker.onerror = () => settle(null);
    worker.postMessage({ source } satisfies TraceRequest);
  });
}
