/** What a browser has to load before a lesson works: the bar of docs/performance.md. */
import { lesson } from './accounts';
import { expect, test } from './fixtures';
import { scriptBytes } from './script-bytes';

const most = 170_000;

for (const mode of ['concept-flow', 'watch?step=3', 'table', 'transcript'])
  test(`the first load of ${mode} is at most 170 kB of script`, async ({ page }) => {
    await page.goto(`${lesson}/${mode}`);
    await page.waitForLoadState('networkidle');
    const bytes = await scriptBytes(page);
    // Nothing at all would be a measure that does not measure.
    expect(bytes).toBeGreaterThan(50_000);
    expect(bytes).toBeLessThanOrEqual(most);
  });
