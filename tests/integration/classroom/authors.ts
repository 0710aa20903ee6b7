/** Threads of authors for the tests of a file. */
import { afterAll, beforeAll } from 'vitest';
import { closeAuthoring, runAuthoring } from '@/lib/classroom/authoring/runner';
import { closeRunner } from '@/lib/exercises/runner';
import { exerciseId, table } from '@/tests/unit/classroom/authoring/drafts';

/** Starts both threads before the tests, so that none of them waits for their loading, and ends them behind. */
export function withAuthorThreads(): void {
  beforeAll(async () => {
    await Promise.all([
      runAuthoring('describe', { draft: table() }),
      runAuthoring('check', { draft: table(), exerciseId, depth: 'quickly' }),
    ]);
  });
  afterAll(async () => {
    await closeAuthoring();
    await closeRunner();
  });
}
