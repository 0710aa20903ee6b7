import 'server-only';
import { LeastRecentlyUsed } from '@/lib/common/least-recently-used';
import type { Trace } from '@/lib/simulator';
import type { MisconceptionId } from '@/lib/simulator/misconceptions/ids';
import type { BelievedAnswer } from './beliefs/answers';
import type { FilledExercise } from './content/exercise-file';
import type { ExerciseContent } from './content/exercise-template';
import type { Evidence, Key } from './kinds';
import type { Practice, PracticeRequest } from './practice';
import type { Answer } from './public';
import { runJob } from './runner';
import { isRun, seedOfVariant } from './variant';

/** A revision has no variant for a seed: content is checked before it is stored, but not for every seed. */
export class NoVariant extends Error {
  override readonly name = 'NoVariant';
}

/** An exercise filled for one seed, with its key. Stays on the server. */
export interface KeyedExercise {
  readonly content: FilledExercise;
  readonly key: Key;
}

/** A variant of a stored revision. */
export interface KeyedVariant extends KeyedExercise {
  /** Which drawing of the seed it is: see `Variant`. */
  readonly drawing: number;
}

// A revision never changes, so neither does its key for a seed: no cache needs expiry.
const keys = new LeastRecentlyUsed<Promise<KeyedVariant>>(2000);
const beliefs = new LeastRecentlyUsed<Promise<readonly BelievedAnswer[]>>(1000);
const practices = new LeastRecentlyUsed<Promise<Practice | null>>(500);
const traces = new LeastRecentlyUsed<Promise<Trace>>(100);
const believed = new LeastRecentlyUsed<Promise<Trace | null>>(100);

/**
 * A variant of a stored revision with its key, computed on a worker thread.
 * Throws NoVariant where the revision cannot be used with this seed.
 */
export function variantOf(revisionId: string, content: ExerciseContent, seed: number): Promise<KeyedVariant> {
  const own = seedOfVariant(content.exercise, seed);
  return keys.get(`${revisionId}:${own}`, async () => {
    const made = await runJob('variant', { content, seed: own });
    if (made.status === 'made') {
      const { exercise, snippet, key, drawing } = made;
      return { content: { exercise, snippet }, key, drawing };
    }
    throw new NoVariant(`no key for ${revisionId}: ${made.faults.map((fault) => fault.message).join(' ')}`);
  });
}

/**
 * Runs the program that an answer is, on a worker thread; null for answers that are none.
 * Throws AppError as `Pool.run` does.
 */
export async function evidenceFor(key: Key, answer: Answer): Promise<Evidence> {
  return isRun(answer.kind) ? runJob('examine', { key, answer }) : null;
}

/**
 * What the beliefs that show on a variant answer to it, computed on a worker thread when first asked for.
 * Throws AppError as `Pool.run` does.
 */
export function beliefsFor(
  revisionId: string,
  seed: number,
  { content, key }: KeyedExercise,
): Promise<readonly BelievedAnswer[]> {
  return beliefs.get(`${revisionId}:${seedOfVariant(content.exercise, seed)}`, () =>
    runJob('beliefs', { variant: content, key }),
  );
}

/** The trace of a program of an exercise, computed on a worker thread. */
export function traceOf(snippet: string): Promise<Trace> {
  return traces.get(snippet, () => runJob('trace', { source: snippet }));
}

/** What somebody with these beliefs takes it to do; null where that cannot be said as a trace. */
export function believedTraceOf(
  snippet: string,
  believes: readonly MisconceptionId[],
): Promise<Trace | null> {
  return believed.get([...believes, snippet].join('\n'), () =>
    runJob('believed', { source: snippet, believes }),
  );
}

/**
 * A fresh program for a request, with its questions, computed on a worker thread; the same each time. Null where the
 * concepts cannot be put into one short program.
 */
export function practiceOf(request: PracticeRequest): Promise<Practice | null> {
  const { concepts, difficulty, seed } = request;
  return practices.get(`${concepts.join('+')}:${difficulty}:${seed}`, () => runJob('practice', request));
}
