/** The work that is done off the thread that serves requests. Plain data in, plain data out. */
import { simulate, type Trace } from '@/lib/simulator';
import type { ExerciseContent } from '../content/exercise-file';
import type { Key } from '../kinds';
import type { Generated } from '../kinds/contract';
import { makeVariant } from '../variant';

export interface Jobs {
  /** Run a program. */
  trace: { readonly input: { readonly source: string }; readonly output: Trace };
  /** Compute the key of a variant. */
  variant: {
    readonly input: { readonly content: ExerciseContent; readonly seed: number };
    readonly output: Generated<Key>;
  };
}
export type JobName = keyof Jobs;

const workers: { readonly [Name in JobName]: (input: Jobs[Name]['input']) => Jobs[Name]['output'] } = {
  trace: ({ source }) => simulate(source),
  variant: ({ content, seed }) => makeVariant(content, seed, (source) => simulate(source)),
};

/** Does one job, on the thread that calls. */
export function doJob<Name extends JobName>(name: Name, input: Jobs[Name]['input']): Jobs[Name]['output'] {
  return workers[name](input);
}
