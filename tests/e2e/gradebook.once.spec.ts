/** The gradebook as a teacher works with it: by keyboard, with an excuse and its history, and the files. */
import type { Page } from '@playwright/test';
import { signIn } from './accounts';
import { expect, expectNoViolations, rulesOfLooks, test } from './fixtures';

async function openBook(page: Page): Promise<void> {
  await signIn(page, 'teacher', '/teach');
  await page.getByRole('main').getByRole('link', { name: 'Demo course' }).click();
  await page
    .getByRole('navigation', { name: 'Pages of the class' })
    .getByRole('link', { name: 'Gradebook' })
    .click();
  await expect(page.getByRole('heading', { level: 1, name: 'Gradebook: Demo course' })).toBeVisible();
}

/** In the other theme, as narrow as a phone: nothing is lost, and nothing widens the page. */
async function lookNarrow(page: Page): Promise<void> {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoViolations(page, rulesOfLooks);
  const over = () =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  await expect.poll(over, { message: `${page.url()} is wider than a phone` }).toBe(0);
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 1440, height: 900 });
}

test('is sorted, filtered and walked by keyboard; a mark is excused, with its history, and counts again', async ({
  page,
}) => {
  test.slow();
  await openBook(page);
  await expectNoViolations(page);
  await lookNarrow(page);
  const grid = page.getByRole('grid', { name: 'Gradebook' });
  // One stop in the tab order; the arrows do the rest, and what has the focus is in sight.
  await grid.getByRole('link', { name: 'Student', exact: false }).first().focus();
  await page.keyboard.press('ArrowDown');
  await expect(grid.getByRole('rowheader').first().getByRole('link')).toBeFocused();
  await page.keyboard.press('End');
  await expect(grid.getByRole('row').nth(1).getByRole('gridcell').last().getByRole('link')).toBeFocused();
  await page.keyboard.press('Home');
  await expect(grid.locator('[tabindex="0"]')).toHaveCount(1);

  await page.getByLabel('Name or address').fill('HANA');
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  await expect(page.getByText(/^1 of \d+ students/)).toBeVisible();
  const row = grid.getByRole('row').filter({ hasText: 'Hana (demo)' });
  await expect(row).toHaveCount(1);
  await row.getByRole('rowheader').getByRole('link').focus();
  for (let i = 0; i < 3; i += 1) await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Mark of Hana (demo)' })).toBeVisible();
  await expectNoViolations(page);

  const excuse = page.getByRole('group').filter({ hasText: 'Excuse: The whole assignment' });
  await excuse.getByText('Excuse: The whole assignment').first().click();
  await excuse.getByRole('button', { name: 'Excuse: The whole assignment' }).click();
  await expect(page.getByText('Say why, in a few words.')).toBeVisible();
  await excuse.getByLabel('Reason').fill('Was on a field trip.');
  await excuse.getByRole('button', { name: 'Excuse: The whole assignment' }).click();
  await expect(page.getByText('EX, excused')).toBeVisible();
  await expect(
    page.getByRole('listitem').filter({ hasText: 'Excused: the whole assignment.' }),
  ).toContainText('Was on a field trip.');
  await expectNoViolations(page);
  await lookNarrow(page);

  await page.getByRole('link', { name: 'Back to the gradebook' }).click();
  await page.getByLabel('With something that is').selectOption('excused');
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  await expect(row.getByRole('link', { name: 'EX, excused' })).toBeVisible();
  await row.getByRole('link', { name: 'EX, excused' }).click();
  const back = page.getByRole('group').filter({ hasText: 'Count again: The whole assignment' });
  await back.getByText('Count again: The whole assignment').first().click();
  await back.getByLabel('Reason').fill('The trip was called off.');
  await back.getByRole('button', { name: 'Count again: The whole assignment' }).click();
  await expect(page.getByText('EX, excused')).toHaveCount(0);
});

test('has a column for each exercise, and files for other systems', async ({ page }) => {
  await openBook(page);
  await page.getByRole('navigation', { name: 'Columns' }).getByRole('link', { name: 'Exercises' }).click();
  const grid = page.getByRole('grid', { name: 'Gradebook' });
  await expect(grid.getByRole('row').first().getByRole('columnheader').first()).toBeVisible();
  await expectNoViolations(page);
  const heads = grid.getByRole('row').nth(1).getByRole('columnheader');
  await heads.nth(2).getByRole('link').click();
  await expect(heads.nth(2)).toHaveAttribute('aria-sort', 'descending');
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'For Canvas' }).click();
  expect((await download).suggestedFilename()).toMatch(/^marks-canvas-\d{4}-\d{2}-\d{2}\.csv$/);
  // Who may not have it is told so, and gets no line.
  await page.context().clearCookies();
  const address = await page.getByRole('link', { name: 'For Canvas' }).getAttribute('href');
  const answer = await page.request.get(address ?? '');
  expect(answer.status()).toBe(401);
  expect(await answer.text()).not.toContain('Hana');
});

test('exercises are graded again only after a dry run, and the audit tells who changed what', async ({
  page,
}) => {
  test.slow();
  await openBook(page);
  const nav = page.getByRole('navigation', { name: 'Pages of the class' });
  await nav.getByRole('link', { name: 'Grade again' }).click();
  await expect(page.getByText('Nothing was graded again yet.')).toBeVisible();
  await expectNoViolations(page);
  await lookNarrow(page);
  await page.getByRole('main').getByRole('link', { name: 'Two names, one array' }).click();
  await page.getByRole('button', { name: 'Dry run' }).click();
  // Nothing was corrected: nothing changes, and there is nothing to write.
  await expect(page.getByText('Nothing would change.')).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole('button', { name: /^Write/ })).toHaveCount(0);
  await expectNoViolations(page);
  await lookNarrow(page);

  await nav.getByRole('link', { name: 'Audit' }).click();
  await page.getByLabel('What').selectOption('assignments');
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'Assignment made' }).first()).toContainText(
    'Demo teacher',
  );
  await expectNoViolations(page);
  await lookNarrow(page);
});
