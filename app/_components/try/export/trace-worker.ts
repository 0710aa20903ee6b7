/** Writes traces down off the thread that draws: a long one takes a while. */
import { format1, simulateInParts } from '@/lib/simulator/browser';

export interface TraceRequest {
  readonly source: string;
}
export interface TraceAnswer {
  readonly json: string | null;
}

const worker = globalThis as unknown as {
  onmessage: ((event: MessageEvent<TraceRequest>) => void) | null;
  postMessage: (answer: TraceAnswer) => void;
};

worker.onmessage = async ({ data: { source } }) => {
  try {
    const trace = await simulateInParts(source);
    const { ending } = trace;
    // What the recorded format has no word for is said beside it.
    const unfinished = ending.type === 'unsupported' || ending.type === 'limit' ? { ending } : {};
    worker.postMessage({
      json: JSON.stringify({ source, ...unfinished, trace: await format1(trace) }, null, 1),
    });
  } catch {
    worker.postMessage({ json: null });
  }
};
