import 'server-only';
import { join } from 'node:path';
import { Pool } from '@/lib/exercises/runner/pool';
import type { AuthoringJobs } from './jobs';

type JobName = keyof AuthoringJobs;

/**
 * Authors have threads of their own: what they type never keeps students waiting, and what takes long never keeps their
 * own preview waiting. One thread each, started when it is first needed.
 */
const pools = {
  quick: { waiting: 64, patience: 10_000 },
  slow: { waiting: 16, patience: 60_000 },
} as const;

const poolOf: Readonly<Record<JobName, keyof typeof pools>> = {
  preview: 'quick',
  tableQuestion: 'quick',
  describe: 'quick',
  identify: 'quick',
  readImport: 'quick',
  zip: 'quick',
  misconceptions: 'slow',
  check: 'slow',
};

// One of each for the process, however many bundles load this module.
const shared = globalThis as typeof globalThis & {
  lastrefAuthoring?: Map<keyof typeof pools, Pool<AuthoringJobs>>;
};

function pool(name: keyof typeof pools): Pool<AuthoringJobs> {
  shared.lastrefAuthoring ??= new Map();
  const made =
    shared.lastrefAuthoring.get(name) ??
    new Pool<AuthoringJobs>({
      // The path is put together when it runs: a bundler must leave the file where it is.
      entry: join(/* turbopackIgnore: true */ process.cwd(), 'lib/classroom/authoring/runner/worker.mjs'),
      size: 1,
      megabytes: 768,
      ...pools[name],
    });
  shared.lastrefAuthoring.set(name, made);
  return made;
}

/** Does a job of an author on a worker thread. Throws as `Pool.run` does. */
export function runAuthoring<Name extends JobName>(
  name: Name,
  input: AuthoringJobs[Name]['input'],
): Promise<AuthoringJobs[Name]['output']> {
  return pool(poolOf[name]).run(name, input);
}

/** Ends the threads, at the end of a test file. */
export async function closeAuthoring(): Promise<void> {
  const open = [...(shared.lastrefAuthoring?.values() ?? [])];
  delete shared.lastrefAuthoring;
  await Promise.all(open.map((one) => one.close()));
}
