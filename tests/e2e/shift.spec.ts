/** Nothing moves while a page of a lesson or of an exercise loads: on a desk in light, on a phone in dark. */
import { lesson } from './accounts';
import { exercises } from './exercises';
import { expect, test } from './fixtures';
import { modes } from './routes';
import { shiftOf, watchShifts } from './shifts';

/** A hundredth of what is called good: a pixel that moves is found, the rounding of a font is not. */
const most = 0.001;

test('no page of a lesson, and no exercise, shifts while it loads', async ({ page }) => {
  test.setTimeout(180_000);
  await watchShifts(page);
  const addresses = [...modes.map((mode) => `${lesson}/${mode}`), ...Object.values(exercises)];
  for (const address of addresses)
    await test.step(address, async () => {
      await page.goto(address);
      await page.waitForLoadState('networkidle');
      if (address.endsWith('/try')) await expect(page.getByText('Ran 5 steps.')).toBeVisible();
      expect(await shiftOf(page), address).toBeLessThan(most);
    });
});
