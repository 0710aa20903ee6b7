import { lesson, signInAsStudentOf } from './accounts';
import { expect, expectNoViolations, test } from './fixtures';

test('what is read has a tick, and the lessons lead back to the step', async ({ page }, info) => {
  await signInAsStudentOf(page, info, 'reading', `${lesson}/watch?step=2`);
  const modes = page.getByRole('navigation', { name: 'Ways to read this lesson' });
  await expect(modes.getByRole('link', { name: 'Watch seen' })).toBeVisible();
  await expect(modes.getByRole('link', { name: 'Execution table', exact: true })).toBeVisible();
  await page.keyboard.press('3');
  await expect(modes.getByRole('link', { name: 'Execution table seen' })).toBeVisible();
  await expectNoViolations(page);
  await page.reload();
  await expect(modes.getByRole('link', { name: 'Watch seen' })).toBeVisible();

  await page.goto('/lessons');
  await expect(page.getByText('2 of 9 ways read')).toBeVisible();
  await expectNoViolations(page);
  await page.getByRole('link', { name: /^Continue at step 2/ }).click();
  await page.waitForURL('**/table?step=2');
});

test('who is not signed in has no ticks', async ({ page }) => {
  await page.goto('/lessons');
  await expect(page.getByText('ways read')).toHaveCount(0);
});
