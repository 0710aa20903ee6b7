/** Runs programs off the thread that draws. Bounded by the simulator's own limits; whoever made it may end it. */
import { simulateInParts } from '@/lib/simulator/browser';
import { makeFilm } from '../stage/film/make-film';
import type { Answer, Request } from './protocol';

const worker = globalThis as unknown as {
  onmessage: ((event: MessageEvent<Request>) => void) | null;
  postMessage: (answer: Answer) => void;
};

worker.onmessage = async ({ data: { id, source, goals } }) => {
  try {
    const judge = goals === null ? null : await import('./judge');
    const trace = await simulateInParts(source, judge === null ? {} : { limits: judge.studentLimits });
    const examined = judge === null ? null : judge.examineTrace(trace, goals ?? []);
    worker.postMessage({ id, film: makeFilm(trace), examined });
  } catch (error) {
    worker.postMessage({ id, failure: error instanceof Error ? error.message : String(error) });
  }
};
