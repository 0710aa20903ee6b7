import 'server-only';
import { join } from 'node:path';
import { env } from '@/lib/common/env';
import type { JobName, Jobs } from './jobs';
import { Pool } from './pool';

// One pool for the process, however many bundles load this module.
const shared = globalThis as typeof globalThis & { lastrefRunner?: Pool };

function pool(): Pool {
  shared.lastrefRunner ??= new Pool({
    // The path is put together when it runs: a bundler must leave the file where it is.
    entry: join(/* turbopackIgnore: true */ process.cwd(), 'lib/exercises/runner/worker.mjs'),
    size: env().RUNNER_THREADS,
    waiting: 1024,
    patience: 10_000,
  });
  return shared.lastrefRunner;
}

/** Does a job on a worker thread. Throws as `Pool.run` does. */
export function runJob<Name extends JobName>(
  name: Name,
  input: Jobs[Name]['input'],
): Promise<Jobs[Name]['output']> {
  return pool().run(name, input);
}

/** Ends the threads, at the end of a command or of a test file. */
export async function closeRunner(): Promise<void> {
  const open = shared.lastrefRunner;
  delete shared.lastrefRunner;
  await open?.close();
}
