import { describe, expect, it } from 'vitest';
import { countPlaywright } from '../../run/playwright-stage';
import { countVitest } from '../../run/vitest-stage';

const vitest = (passed: number, failed: number, pending = 0, todo = 0) =>
  JSON.stringify({
    numPassedTests: passed,
    numFailedTests: failed,
    numPendingTests: pending,
    numTodoTests: todo,
  });
const playwright = (expected: number, unexpected: number, flaky = 0, skipped = 0) =>
  JSON.stringify({ stats: { expected, unexpected, flaky, skipped } });

describe.each([
  ['Vitest', countVitest, vitest],
  ['Playwright', countPlaywright, playwright],
])('the report of %s', (_name, count, report) => {
  it('is summed up as it stands', () => {
    expect(count(report(7, 0), 0)).toEqual({ passed: 7, failed: 0 });
    expect(count(report(7, 2), 1)).toEqual({ passed: 7, failed: 2 });
  });
  it('counts what was skipped as failed', () => {
    expect(count(report(7, 0, 1, 1), 0)).toMatchObject({ passed: 7, failed: 2 });
  });
  it('counts an error outside the tests', () => {
    expect(count(report(7, 0), 1)).toMatchObject({ passed: 7, failed: 1 });
  });
});
