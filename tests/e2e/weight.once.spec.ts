/** What a browser has to load before a page of a lesson or of an exercise works: the bar of docs/performance.md. */
import type { Page } from '@playwright/test';
import { lesson, signInAsStudentOf } from './accounts';
import { exercises, type Kind, openExercise } from './exercises';
import { expect, test } from './fixtures';
import { modes } from './routes';
import { scriptBytes } from './script-bytes';

const most = 170_000;

async function expectLight(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.waitForLoadState('networkidle');
  const bytes = await scriptBytes(page);
  // Nothing at all would be a measure that does not measure.
  expect(bytes, address).toBeGreaterThan(50_000);
  expect(bytes, address).toBeLessThanOrEqual(most);
}

for (const mode of modes)
  test(`the first load of ${mode} is at most 170 kB of script`, ({ page }) =>
    expectLight(page, `${lesson}/${mode}`));

test('so is that of an exercise and of a quiz, before it is begun', async ({ page }) => {
  await expectLight(page, exercises['trace-table']);
  await expectLight(page, '/exercises/copies/quiz');
});

test('so is that of an open attempt, of every kind', async ({ page }, info) => {
  test.setTimeout(180_000);
  await signInAsStudentOf(page, info, 'weight', '/exercises');
  for (const kind of Object.keys(exercises) as Kind[]) {
    await openExercise(page, kind);
    await expectLight(page, exercises[kind]);
    await expect(page.locator('[data-attempt]')).toBeVisible();
  }
});
