import type { Page } from '@playwright/test';
import { optionsOf } from '../helpers/practice';
import { lesson, signInAsStudentOf } from './accounts';
import { expect, expectNoViolations, test } from './fixtures';

async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const wider = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  expect(wider, 'the page scrolls sideways').toBe(false);
}

const seed = 20261129;
const question = `/practice/question?concept=views&difficulty=2&ask=choice&seed=${seed}`;

const wrongOption = () => optionsOf({ concepts: ['views'], difficulty: 2, seed }).wrong.text;

test('who has done nothing yet is told what will be here, and where to begin', async ({ page }, info) => {
  await signInAsStudentOf(page, info, 'home', '/');
  const main = page.getByRole('main');
  await expect(main.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible();
  for (const heading of [
    'Begin with a lesson',
    'Due',
    'How well you predict',
    'Review',
    'Ideas to let go of',
  ])
    await expect(main.getByRole('heading', { level: 2, name: heading })).toBeVisible();
  await expect(main.getByText(/due\. Nothing to review\.$/)).toBeVisible();
  await expect(main.getByText('No answers yet.')).toBeVisible();
  await expectNoViolations(page);
  await page.setViewportSize({ width: 320, height: 700 });
  await expectNoSidewaysScroll(page);

  await page.goto('/review');
  await expect(page.getByRole('heading', { name: 'Nothing to review today' })).toBeVisible();
  await expectNoViolations(page);
});

test('practice by keyboard, what went wrong comes back in review, home says so', async ({ page }, info) => {
  test.slow();
  await signInAsStudentOf(page, info, 'practice', '/practice');
  await expectNoViolations(page);
  // Nothing chosen: told at its place.
  await page.getByRole('button', { name: 'Give me a program' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main').getByRole('alert')).toHaveText('Choose at least one concept.');
  await page.getByRole('checkbox', { name: /^Views/ }).focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/practice\/question\?concept=views&difficulty=2&ask=choice&seed=\d+$/);
  await expect(page.getByRole('heading', { level: 1, name: 'Practice: Views' })).toBeVisible();
  await expectNoViolations(page);
  await expectNoSidewaysScroll(page);

  await page.goto(question);
  const options = page.getByRole('radio');
  await page.getByRole('radio', { name: wrongOption(), exact: true }).focus();
  await page.keyboard.press('Space');
  await expect(options.and(page.locator(':checked'))).toHaveCount(1);
  await page.getByRole('button', { name: 'Submit answers' }).focus();
  await page.keyboard.press('Enter');
  const heading = page.getByRole('heading', { name: 'Practice: your marks' });
  await expect(heading).toBeFocused();
  await expect(page.getByText('1 answer wrong')).toBeVisible();
  await expectNoViolations(page);
  // The same question asks nothing again.
  await page.goto(question);
  await expect(heading).toBeVisible();

  await page.goto('/');
  const views = page.getByRole('main').locator('[data-concept="views"]');
  await expect(views).toContainText('0 of 1 right');
  await expect(page.getByRole('main').getByText('1 concept to review', { exact: true })).toBeVisible();
  await expect(page.getByText('0 of 3 right in a row')).toBeVisible();
  await expectNoViolations(page);
  await page.setViewportSize({ width: 320, height: 700 });
  await expectNoSidewaysScroll(page);
  await page.getByRole('button', { name: 'Menu' }).focus();
  await page.keyboard.press('Enter');
  const link = page
    .getByRole('navigation', { name: 'Main' })
    .getByRole('link', { name: 'Review 1 to review' });
  await link.focus();
  await page.keyboard.press('Enter');
  await page.waitForURL('**/review');
  await expectNoViolations(page);
  await expectNoSidewaysScroll(page);

  await page.getByRole('link', { name: 'Start the review' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Review: Views' })).toBeVisible();
  await options.first().focus();
  await page.keyboard.press('Space');
  await page.getByRole('button', { name: 'Submit answers' }).focus();
  await page.keyboard.press('Enter');
  await expect(heading).toBeFocused();
  await expect(page.getByText('That was the last one for today')).toBeVisible();
  await expectNoViolations(page);
  await page.goto('/review');
  await expect(page.getByRole('heading', { name: 'Nothing to review today' })).toBeVisible();
});

test('a table of practice is filled, and what cannot be read is sent back', async ({ page }, info) => {
  await signInAsStudentOf(page, info, 'practice-table', question.replace('ask=choice', 'ask=trace-table'));
  const grid = page.getByRole('grid');
  await expect(grid).toBeVisible();
  await expectNoViolations(page);
  await grid.getByRole('textbox').first().fill('two or three or four');
  await page.getByRole('button', { name: 'Submit answers' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Submit anyway' }).click();
  await expect(grid.locator('[aria-invalid="true"]').first()).toBeFocused();
  await grid.locator('[aria-invalid="true"]').first().fill('-');
  await page.getByRole('button', { name: 'Submit answers' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Submit anyway' }).click();
  await expect(page.getByRole('heading', { name: 'Practice: your marks' })).toBeFocused();
  await expectNoViolations(page);
});

test('home leads back to the step of the lesson', async ({ page }, info) => {
  await signInAsStudentOf(page, info, 'continue', `${lesson}/watch?step=3`);
  await expect(page.getByRole('link', { name: 'Watch seen' })).toBeVisible();
  await page.goto('/');
  await expect(page.getByText('You stopped at step 3 of Watch.')).toBeVisible();
  await expectNoViolations(page);
  await page.getByRole('link', { name: 'Continue at step 3' }).click();
  await page.waitForURL('**/watch?step=3');
});

test('who is not signed in is asked to sign in, not shown an empty page', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^See what Python really does/);
  for (const address of ['/practice', '/review', question]) {
    await page.goto(address);
    await expect(page.getByRole('heading', { name: 'Sign in to practise' })).toBeVisible();
    await expectNoViolations(page);
  }
});
