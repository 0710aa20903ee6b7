import pg from 'pg';
import { vi } from 'vitest';

/** How many statements reach the database while the work is done, whoever of this process sends them. */
export async function countQueries(work: () => Promise<unknown>): Promise<number> {
  const spy = vi.spyOn(pg.Client.prototype, 'query');
  try {
    await work();
    return spy.mock.calls.length;
  } finally {
    spy.mockRestore();
  }
}
