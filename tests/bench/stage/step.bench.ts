import type { CDPSession, Page } from '@playwright/test';
import { lesson } from '../../e2e/accounts';
import { expect, test } from '../../e2e/fixtures';

/** 200 lists in one list, then 800 appends to them: 1,000 steps, 201 objects that live to the end. */
const PROGRAM = `rows = []
for i in range(200):
    rows.append([i])
for j in range(799):
    rows[j % 200].append(j)
`;
const FROM = 800;
const STEPS = 100;

type Cost = Readonly<
  Record<'TaskDuration' | 'ScriptDuration' | 'LayoutDuration' | 'RecalcStyleDuration', number>
>;

/**
 * Seconds of the processor that the page's main thread has used since it was loaded, in all and by kind: what other
 * programs of the machine do adds nothing.
 */
async function worked(session: CDPSession): Promise<Cost> {
  const { metrics } = await session.send('Performance.getMetrics');
  const of = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? 0;
  return {
    TaskDuration: of('TaskDuration'),
    ScriptDuration: of('ScriptDuration'),
    LayoutDuration: of('LayoutDuration'),
    RecalcStyleDuration: of('RecalcStyleDuration'),
  };
}

/** Waits until what the last key changed has been painted. */
const painted = (page: Page) =>
  page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(undefined)))),
  );

const quantile = (sorted: readonly number[], q: number) => sorted[Math.floor(q * (sorted.length - 1))] ?? 0;

test('a step at 1,000 steps and 200 objects', async ({ page }) => {
  await page.goto(`${lesson}/try`);
  const editor = page.getByRole('textbox', { name: 'Your program, in Python' });
  await editor.fill(PROGRAM);
  await editor.press('Control+Enter');
  await expect(page.getByText('Ran 1000 steps.')).toBeVisible({ timeout: 60_000 });
  await page.getByRole('slider', { name: 'Step' }).fill(String(FROM));
  await expect(page.locator(`[data-stage][data-step="${FROM}"]`)).toHaveCount(1);
  await page.locator('body').click({ position: { x: 4, y: 4 } });
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const times: number[] = [];
  const idle: number[] = [];
  const sums = { ScriptDuration: 0, LayoutDuration: 0, RecalcStyleDuration: 0 };
  for (let n = 1; n <= STEPS; n += 1) {
    // What the measuring itself costs is measured in the same way, and taken off.
    const resting = await worked(session);
    await painted(page);
    const before = await worked(session);
    await page.keyboard.press('ArrowRight');
    await painted(page);
    const after = await worked(session);
    idle.push((before.TaskDuration - resting.TaskDuration) * 1000);
    times.push((after.TaskDuration - before.TaskDuration) * 1000);
    for (const part of ['ScriptDuration', 'LayoutDuration', 'RecalcStyleDuration'] as const)
      sums[part] += ((after[part] - before[part]) * 1000) / STEPS;
  }
  await expect(page.locator(`[data-stage][data-step="${FROM + STEPS}"]`)).toHaveCount(1);
  const overhead = quantile(
    [...idle].sort((a, b) => a - b),
    0.5,
  );
  const sorted = times.map((time) => time - overhead).sort((a, b) => a - b);
  const ms = (value: number) => `${value.toFixed(1)} ms`;
  console.log(
    `a step: median ${ms(quantile(sorted, 0.5))}, 90 % below ${ms(quantile(sorted, 0.9))}, longest ${ms(sorted.at(-1) ?? 0)} (measuring, taken off: ${ms(overhead)})`,
  );
  console.log(
    `mean of its parts: script ${ms(sums.ScriptDuration)}, style ${ms(sums.RecalcStyleDuration)}, layout ${ms(sums.LayoutDuration)}`,
  );
});
