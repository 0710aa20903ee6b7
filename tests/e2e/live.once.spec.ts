/** A class watched at one process of the app while it works at another, on one PostgreSQL. */
import { env } from '../../lib/common/env';
import { makeTemporaryFolder, removeTemporaryFolder } from '../helpers/temporary-folder';
import { lesson, signIn, signInAsStudentOf } from './accounts';
import { expect, expectNoViolations, test } from './fixtures';
import { type LaunchedApp, launchApp } from './launch-app';

let folder: string;
let second: LaunchedApp;

test.describe.configure({ timeout: 300_000 });
test.beforeAll(async () => {
  folder = await makeTemporaryFolder();
  second = await launchApp(folder, env().E2E_DATABASE_URL);
});
test.afterAll(async () => {
  await second.stop();
  await removeTemporaryFolder(folder);
});

test('a submission at one process is pushed to the live view of another; names can be hidden', async ({
  page,
  browser,
}, info) => {
  const there = await browser.newContext({ baseURL: second.address });
  const student = await there.newPage();
  await signInAsStudentOf(student, info, 'live', `${lesson}/quiz`);
  await student.getByRole('button', { name: 'Start the quiz' }).click();
  await expect(student.locator('[data-attempt]')).toBeVisible({ timeout: 60_000 });

  // Only what is pushed counts here: without timers the page does not ask by itself.
  await page.addInitScript(() => Object.assign(window, { setInterval: () => 0 }));
  await signIn(page, 'teacher', '/teach');
  await page.getByRole('main').getByRole('link', { name: 'Demo course' }).click();
  await page
    .getByRole('navigation', { name: 'Pages of the class' })
    .getByRole('link', { name: 'Live' })
    .click();
  await page.waitForURL('**/live');
  await page.goto(`${page.url()}?quiz=${lesson.split('/')[2]}`);
  await expect(page.locator('[data-connection=live]').first()).toBeVisible();
  const row = page.getByRole('row').filter({ hasText: `Test live.${info.project.name}` });
  await expect(row.getByRole('cell').first()).toHaveText('At work');
  await expectNoViolations(page);

  const others = await page.getByRole('button', { name: /Submitted$/ }).innerText();
  await student.getByRole('button', { name: 'Submit answers' }).click();
  const anyway = student.getByRole('button', { name: 'Submit anyway' });
  await anyway.click();
  // The marks stand on the student's page: the submission is committed.
  await student.waitForURL(/\/quiz\/[0-9a-f-]+/, { timeout: 60_000 });
  const committed = Date.now();
  await expect(row.getByRole('cell').first()).toHaveText(/^Submitted/);
  info.annotations.push({
    type: 'ms from the marks to the live view',
    description: String(Date.now() - committed),
  });
  await expect(page.getByRole('button', { name: /Submitted$/ })).not.toHaveText(others);

  await page.getByRole('button', { name: /Submitted$/ }).click();
  await expect(page.getByRole('row').filter({ hasText: 'Hana (demo)' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Hide names' }).click();
  await expect(page.getByRole('row').filter({ hasText: 'Test live' })).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole('rowheader', { name: 'Student 1', exact: true })).toBeVisible();
  await expect(page.getByText('Test live')).toHaveCount(0);
  await page.getByRole('button', { name: 'Show names' }).click();

  await page.getByRole('link', { name: /^Answers to a/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByRole('main').getByRole('heading', { name: /^Ada \(demo\)/ })).toBeVisible();
  await there.close();
});
