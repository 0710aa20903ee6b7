import { afterEach, describe, expect, it } from 'vitest';
import { Pool } from '@/lib/exercises/runner/pool';

const entry = new URL('./fake-worker.mjs', import.meta.url);
const pools: Pool[] = [];
const makePool = (
  options: { size?: number; waiting?: number; patience?: number; megabytes?: number } = {},
) => {
  const pool = new Pool({ entry, size: 2, waiting: 100, patience: 60_000, ...options });
  pools.push(pool);
  return pool;
};
afterEach(async () => {
  await Promise.all(pools.splice(0).map((pool) => pool.close()));
});

const run = (pool: Pool, source: string): Promise<unknown> => pool.run('trace', { source });

describe('the pool of runner threads', () => {
  it('gives each job its own output, more jobs than threads', async () => {
    const pool = makePool();
    const sources = Array.from({ length: 20 }, (_, index) => `job ${index}`);
    expect(await Promise.all(sources.map((source) => run(pool, source)))).toEqual(sources);
  });

  it('stops a job that never ends, and goes on with the others', async () => {
    const pool = makePool({ size: 1, patience: 300 });
    const hanging = run(pool, 'hang');
    const next = run(pool, 'next');
    await expect(hanging).rejects.toMatchObject({ code: 'too-large' });
    expect(await next).toBe('next');
  });

  it('stops a job that takes more memory than it may, and goes on with the others', async () => {
    const pool = makePool({ size: 1, megabytes: 32 });
    const filling = run(pool, 'fill');
    const next = run(pool, 'next');
    await expect(filling).rejects.toMatchObject({ code: 'too-large' });
    expect(await next).toBe('next');
  });

  it('survives a thread that dies', async () => {
    const pool = makePool({ size: 1 });
    const dying = run(pool, 'die');
    const next = run(pool, 'next');
    await expect(dying).rejects.toThrow('code 3');
    expect(await next).toBe('next');
  });

  it('hands a failure on, and keeps the thread', async () => {
    const pool = makePool({ size: 1 });
    await expect(run(pool, 'throw')).rejects.toThrow('no such thing');
    expect(await run(pool, 'next')).toBe('next');
  });

  it('refuses jobs beyond its queue at once', async () => {
    const pool = makePool({ size: 1, waiting: 3 });
    const jobs = Array.from({ length: 8 }, (_, index) => run(pool, `job ${index}`));
    const outcomes = await Promise.allSettled(jobs);
    expect(outcomes.map((one) => one.status)).toEqual([
      ...Array(3).fill('fulfilled'),
      ...Array(5).fill('rejected'),
    ]);
    expect(outcomes.at(-1)).toMatchObject({ reason: { code: 'rate-limited' } });
  });

  it('tells everybody who waits when no thread can start', async () => {
    const pool = new Pool({
      entry: new URL('./missing.mjs', import.meta.url),
      size: 1,
      waiting: 9,
      patience: 9999,
    });
    pools.push(pool);
    await expect(Promise.allSettled([run(pool, 'a'), run(pool, 'b')])).resolves.toMatchObject([
      { status: 'rejected' },
      { status: 'rejected' },
    ]);
  });

  it('refuses what is under way when it is closed', async () => {
    const pool = makePool({ size: 1 });
    const jobs = [run(pool, 'hang'), run(pool, 'next')];
    const outcomes = Promise.allSettled(jobs);
    await pool.close();
    expect((await outcomes).map((one) => one.status)).toEqual(['rejected', 'rejected']);
  });
});
