import 'server-only';
import { LeastRecentlyUsed } from '@/lib/common/least-recently-used';
import type { Trace } from '@/lib/simulator';
import type { ExerciseContent } from './content/exercise-file';
import type { Key } from './kinds';
import { runJob } from './runner';

// A revision never changes, so neither does its key for a seed: both caches need no expiry.
const keys = new LeastRecentlyUsed<Promise<Key>>(2000);
const traces = new LeastRecentlyUsed<Promise<Trace>>(100);

/**
 * The key of a variant of a stored revision, computed on a worker thread.
 * Throws where the revision cannot be used with this seed: content is checked before it is stored.
 */
export function keyOf(revisionId: string, content: ExerciseContent, seed: number): Promise<Key> {
  return keys.get(`${revisionId}:${seed}`, async () => {
    const made = await runJob('variant', { content, seed });
    if (made.status === 'made') return made.key;
    throw new Error(`no key for ${revisionId}: ${made.faults.map((fault) => fault.message).join(' ')}`);
  });
}

/** The trace of a program of the catalogue, computed on a worker thread. */
export function traceOf(snippet: string): Promise<Trace> {
  return traces.get(snippet, () => runJob('trace', { source: snippet }));
}
