/** What a step of a long run touches: the part of its cost that a busy machine does not change. */
import type { Page } from '@playwright/test';
import { lesson } from './accounts';
import { expect, test } from './fixtures';

/** 150 lists in one list, then appends to them: a picture of several blocks. */
const program = `rows = []
for i in range(150):
    rows.append([i])
for j in range(120):
    rows[j % 150].append(j)
`;
const from = 190;

/** The elements whose attributes, children or text a step changed. */
async function changedBy(page: Page, key: string, to: number): Promise<number> {
  await page.evaluate(() => {
    const changed = new Set<Node>();
    const observer = new MutationObserver((all) => {
      for (const { target } of all) changed.add(target);
    });
    observer.observe(document.body, {
      attributes: true,
      childList: true,
      characterData: true,
      subtree: true,
    });
    Object.assign(window, { changed, observer });
  });
  await page.keyboard.press(key);
  await expect(page.locator(`[data-stage][data-step="${to}"]`)).toHaveCount(1);
  return page.evaluate(() => {
    const { changed, observer } = window as unknown as { changed: Set<Node>; observer: MutationObserver };
    observer.disconnect();
    return changed.size;
  });
}

test('a step changes a handful of the elements of a long run', async ({ page }) => {
  await page.goto(`${lesson}/try`);
  const editor = page.getByRole('textbox', { name: 'Your program, in Python' });
  await editor.fill(program);
  await editor.press('Control+Enter');
  await expect(page.getByText('Ran 271 steps.')).toBeVisible();
  await page.getByRole('slider', { name: 'Step' }).fill(String(from));
  await expect(page.locator(`[data-stage][data-step="${from}"]`)).toHaveCount(1);
  await page.locator('body').click({ position: { x: 4, y: 4 } });
  expect(await page.locator('main *').count()).toBeGreaterThan(1_500);
  const forward: number[] = [];
  for (let n = from + 1; n <= from + 6; n += 1) forward.push(await changedBy(page, 'ArrowRight', n));
  const back: number[] = [];
  for (let n = from + 5; n >= from; n -= 1) back.push(await changedBy(page, 'ArrowLeft', n));
  for (const changed of [forward, back]) {
    expect(Math.min(...changed)).toBeGreaterThan(0);
    // One step of six turns the columns of the lifelines over.
    expect(changed.filter((count) => count > 40).length, changed.join()).toBeLessThanOrEqual(1);
    expect(Math.max(...changed)).toBeLessThan(150);
  }
  // Objects out of sight are neither laid out nor painted, and can be found all the same.
  const last = page.getByRole('article', { name: '#151 list' });
  expect(await last.evaluate((card) => card.checkVisibility({ contentVisibilityAuto: true }))).toBe(false);
  await expect(last).toBeAttached();
  await expect(last).toContainText('148');
});
