import type { Page } from '@playwright/test';
import { signIn, signInAsStudentOf } from './accounts';
import { expect, expectNoViolations, test } from './fixtures';

/** So many minutes from now, as a field for date and time takes it; the demo course keeps UTC. */
const local = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString().slice(0, 16);

async function openAssignmentsOfClass(page: Page): Promise<void> {
  await page.getByRole('main').getByRole('link', { name: 'Demo course' }).click();
  await page.getByRole('main').getByRole('link', { name: 'Assignments' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Assignments' })).toBeVisible();
}

const noWider = async (page: Page) =>
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth),
    'the page is no wider than the window',
  ).toBe(false);

test('a teacher sets work, a student does it, it closes, and solutions show after due', async ({
  page,
}, info) => {
  test.slow();
  const title = `References ${info.project.name}`;
  await signIn(page, 'teacher', '/teach');
  await openAssignmentsOfClass(page);
  await expectNoViolations(page);
  await page.getByRole('link', { name: 'New assignment' }).click();
  const main = page.getByRole('main');
  // What is wrong is told at its field, and the first of them has the focus.
  await main.getByRole('button', { name: 'Save' }).click();
  await expect(main.getByText('Give it a title.')).toBeVisible();
  await expect(main.getByText('Add an exercise.')).toBeVisible();
  await expect(main.getByLabel('Title')).toBeFocused();
  await expectNoViolations(page);
  await main.getByLabel('Title').fill(title);
  await main.getByLabel('Opens').fill(local(-120));
  await main.getByLabel('Due').fill(local(60));
  await main.getByLabel('Closes').fill(local(90));
  await main.getByLabel('Add an exercise').selectOption({ label: 'If B were not deleted' });
  await main.getByLabel('Attempts', { exact: true }).fill('1');
  await main.getByLabel('Marks show').selectOption('after due');
  await main.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await expect(main.getByText('Nobody has an extension.')).toBeVisible();
  await noWider(page);
  await expectNoViolations(page);
  const teacherAddress = new URL(page.url()).pathname;

  await page.context().clearCookies();
  await signInAsStudentOf(page, info, 'assignment', '/');
  const due = main.getByRole('region', { name: 'Due' });
  await expect(due.getByRole('listitem').filter({ hasText: title })).toContainText('UTC');
  await due.getByRole('link', { name: new RegExp(`^Start ?: ${title}$`) }).click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await page.goto('/assignments');
  await expectNoViolations(page);
  await noWider(page);
  await main.getByRole('link', { name: title }).click();
  await expect(main.getByRole('timer')).toContainText('left until due');
  await expect(main.getByText('1 of 1 attempt left')).toBeVisible();
  await expectNoViolations(page);
  const studentAddress = new URL(page.url()).pathname;
  await main.getByRole('button', { name: 'Start the assignment' }).click();
  await main.getByRole('radio').first().check();
  await main.getByRole('button', { name: 'Submit answers' }).click();
  await expect(main.getByText('Your answers are handed in.')).toBeVisible();
  // Neither marks nor the right answer before due.
  await expect(main.getByText(/^Marks: This shows after/)).toBeVisible();
  await expect(main.getByText(/^Solutions: This shows after/)).toBeVisible();
  await expectNoViolations(page);
  await main.getByRole('link', { name: 'Back to the assignment' }).click();
  await expect(main.getByText('The one attempt that there is has been used.')).toBeVisible();
  await expect(main.getByText('Marks do not show yet.')).toBeVisible();
  // What cannot be done again is no longer due.
  await page.goto('/');
  await expect(due).toBeVisible();
  await expect(due.getByText(title)).toHaveCount(0);

  await page.context().clearCookies();
  await signIn(page, 'teacher', teacherAddress);
  await main.getByLabel('Due', { exact: true }).fill(local(-2));
  await main.getByLabel('Closes', { exact: true }).fill(local(-1));
  await main.getByRole('button', { name: 'Save' }).click();
  await expect(main.getByText('Saved.')).toBeVisible();

  await page.context().clearCookies();
  await signInAsStudentOf(page, info, 'assignment', studentAddress);
  await expect(main.getByText(/^The assignment closed on/)).toBeVisible();
  await main.getByRole('link', { name: 'Attempt 1' }).click();
  await expect(page.getByRole('heading', { name: /^Attempt 1/ })).toBeVisible();
  await expect(main.getByText('Why', { exact: true }).first()).toBeVisible();
  await expectNoViolations(page);
});
