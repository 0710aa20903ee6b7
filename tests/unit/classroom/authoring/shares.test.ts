import { expect, it } from 'vitest';
import { inShare } from '@/lib/classroom/authoring/runner/shares';

it('lets each person have a few jobs at a time, and a next one when one of them has ended, well or not', async () => {
  const ends: (() => void)[] = [];
  const job = () => inShare('ada', () => new Promise<void>((resolve) => ends.push(resolve)));
  const four = [job(), job(), job(), job()];
  await expect(job()).rejects.toMatchObject({ code: 'rate-limited' });
  expect(await inShare('bela', async () => 'mine')).toBe('mine');
  ends[0]?.();
  await four[0];
  await expect(inShare('ada', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await inShare('ada', async () => 'next')).toBe('next');
  for (const end of ends) end();
  await Promise.all(four);
});
