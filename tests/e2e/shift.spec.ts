/** Nothing moves while a page of a lesson or of an exercise loads: on a desk in light, on a phone in dark. */
import { lesson } from './accounts';
import { exercises } from './exercises';
import { expect, test } from './fixtures';
import { modes } from './routes';
import { shiftOf, watchShifts } from './shifts';

/** A tenth of what is called good: a panel that moves is found, a column that settles by its last row is not. */
const most = 0.01;

/** So slow a machine paints a page while it arrives: what has its place only once something else is there moves. */
const slowdown = 6;

test('no page of a lesson, and no exercise, shifts while it loads', async ({ page }) => {
  test.setTimeout(300_000);
  await watchShifts(page);
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  const addresses = [...modes.map((mode) => `${lesson}/${mode}`), ...Object.values(exercises)];
  for (const address of addresses)
    await test.step(address, async () => {
      await page.goto(address);
      await page.waitForLoadState('networkidle');
      if (address.endsWith('/try')) await expect(page.getByText('Ran 5 steps.')).toBeVisible();
      expect(await shiftOf(page), address).toBeLessThan(most);
    });
});
