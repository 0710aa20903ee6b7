import { describe, expect, test } from 'vitest';
import { COLUMNS, windowAround } from '@/app/_components/player/lifelines-window';

const lasts = [0, 1, 5, 11, 12, 13, 17, 18, 1000];
const steps = (last: number) => Array.from({ length: last + 1 }, (_, n) => n);

describe('the columns that are shown', () => {
  test.each(lasts)('hold the step, whole and inside the run, where it ends at %i', (last) => {
    for (const n of steps(last)) {
      const { from, to } = windowAround(n, last);
      expect(from).toBeGreaterThanOrEqual(0);
      expect(to).toBeLessThanOrEqual(last);
      expect(to - from + 1).toBe(Math.min(last + 1, COLUMNS));
      expect(n >= from && n <= to).toBe(true);
    }
  });

  test.each(lasts)('show three steps before and after, where the run has them and ends at %i', (last) => {
    for (const n of steps(last)) {
      const { from, to } = windowAround(n, last);
      expect(Math.min(n, 3)).toBeLessThanOrEqual(n - from);
      expect(Math.min(last - n, 3)).toBeLessThanOrEqual(to - n);
    }
  });

  test('stay where they are for five steps of six', () => {
    const turns = steps(1000).filter(
      (n) => n > 0 && windowAround(n, 1000).from !== windowAround(n - 1, 1000).from,
    );
    expect(turns.length).toBeLessThanOrEqual(1000 / 6);
    expect(turns.every((n, i) => i === 0 || n - (turns[i - 1] ?? 0) >= 4)).toBe(true);
  });
});
