/** An exercise that a teacher writes: from a pasted program to the marks of a student of the course. */
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { signIn, signInAsStudentOf } from './accounts';
import { expectMarks } from './exercises';
import { expect, expectNoViolations, rulesOfLooks, test } from './fixtures';

test('a teacher makes a table question of a program, changes it by keyboard, publishes it, and a student takes it', async ({
  page,
}, info) => {
  test.setTimeout(240_000);
  const main = page.getByRole('main');
  /** In the dark on a phone as well. */
  const look = async () => {
    await expectNoViolations(page);
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    await page.setViewportSize({ width: 320, height: 800 });
    await expectNoViolations(page, rulesOfLooks);
    const over = () =>
      page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    await expect.poll(over).toBe(0);
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    await page.setViewportSize({ width: 1440, height: 900 });
  };
  const computed = () => expect(main.locator('[data-preview="ready"]')).toBeVisible({ timeout: 30_000 });
  /** What was just written is on the server. */
  const saved = async (tab: Page) => {
    await expect(tab.locator('[data-save="saving"]')).toBeVisible();
    await expect(tab.locator('[data-save="saved"]')).toBeVisible();
  };
  await signIn(page, 'teacher', '/teach');
  await main.getByRole('link', { name: 'Demo course' }).click();
  await page
    .getByRole('navigation', { name: 'Pages of the class' })
    .getByRole('link', { name: 'Exercises' })
    .click();
  await expect(main.getByRole('heading', { level: 1, name: 'No exercise of this course yet' })).toBeVisible();
  await look();
  await main.getByRole('link', { name: 'New exercise' }).click();

  // A program that fails says where; one that runs is a question with one press.
  const program = main.getByLabel('Program, in Python');
  await program.fill('a = [1, 2]\nb = c\n');
  await main.getByRole('button', { name: 'Make a table question from this snippet' }).click();
  await expect(main.getByText('Line 2', { exact: true })).toBeVisible();
  await expect(main.getByText(/name 'c' is not defined/)).toBeVisible();
  await look();
  await program.fill('a = [1, 2]\nb = a\nb[0] = 9\nprint(a)\ndel a\n');
  await main.getByRole('button', { name: 'Make a table question from this snippet' }).click();
  await expect(main.getByRole('heading', { level: 2, name: 'Right answers' })).toBeVisible({
    timeout: 30_000,
  });
  await computed();

  // The answers and the misconceptions told apart are computed.
  const cell = main.getByRole('button', { name: /^b, step 3/ });
  await expect(cell).toHaveAccessibleName('b, step 3, asked: [9, 2]');
  await expect(main.getByRole('heading', { name: /^Tells \d+ misconceptions? from the truth$/ })).toBeVisible(
    {
      timeout: 30_000,
    },
  );
  await expect(main.getByText('Assignment copies the object', { exact: true }).last()).toBeVisible();

  // A cell is shown instead of asked, by keyboard; the text and the form are one.
  await cell.focus();
  await page.keyboard.press('Enter');
  await expect(main.getByRole('button', { name: 'b, step 3, shown: [9, 2]' })).toBeVisible();
  await main.getByLabel('Title', { exact: true }).fill('One list, two names');
  await main.getByRole('button', { name: 'Add a hint' }).click();
  await expect(main.getByLabel('Text').last()).toBeFocused();
  await page.keyboard.type('Draw the list.');
  await page.keyboard.press('Alt+ArrowUp');
  await expect(main.getByLabel('Text').nth((await main.getByLabel('Text').count()) - 2)).toHaveValue(
    'Draw the list.',
  );
  await computed();
  await look();
  await main.getByRole('button', { name: 'As text' }).click();
  const text = main.getByLabel('exercise.yaml', { exact: true }).last();
  await expect(text).toContainText('title: One list, two names');
  await expect(text).toContainText('3.b');
  await main.getByRole('button', { name: 'Form', exact: true }).click();

  // What is wrong is told at its field, and a problem leads there.
  await main.getByLabel('Concepts').fill('No Concept');
  await computed();
  const problem = main.getByRole('button', { name: /^exercise.yaml, line \d+$/ });
  await problem.first().focus();
  await page.keyboard.press('Enter');
  await expect(main.getByLabel('Concepts')).toBeFocused();
  await main.getByRole('button', { name: 'Publish' }).click();
  await expect(main.getByText('It cannot be published yet')).toBeVisible({ timeout: 30_000 });
  await main.getByLabel('Concepts').fill('aliasing');
  await saved(page);

  // Without a connection nothing is lost.
  await page.context().setOffline(true);
  await main.getByLabel('Difficulty').selectOption('3');
  await expect(main.getByText(/^No connection\. What you write is kept/)).toBeVisible();
  await page.context().setOffline(false);
  await expect(main.locator('[data-save="saved"]')).toBeVisible();

  // Another tab saves in between: neither is lost unasked.
  const other = await page.context().newPage();
  await other.goto(page.url());
  await other.getByLabel('Title', { exact: true }).fill('Written in another tab');
  await saved(other);
  await other.close();
  await main.getByLabel('Difficulty').selectOption('2');
  const conflict = page.getByRole('dialog', { name: 'Somebody else saved this exercise meanwhile' });
  await expect(conflict).toBeVisible();
  await expect(main.locator('[data-save="conflict"]')).toBeAttached();
  await conflict.getByText('Look at theirs').click();
  await expect(conflict.getByText('title: Written in another tab')).toBeVisible();
  await expectNoViolations(page);
  await conflict.getByRole('button', { name: 'Take theirs' }).click();
  await expect(main.getByLabel('Title', { exact: true })).toHaveValue('Written in another tab');
  await main.getByLabel('Title', { exact: true }).fill('One list, two names');

  await main.getByRole('button', { name: 'Publish' }).click();
  await expect(main.getByText('Published as revision 1.')).toBeVisible({ timeout: 30_000 });
  await main.getByRole('button', { name: 'Publish' }).click();
  await expect(
    main.getByText('Nothing is different from revision 1: no new revision was made.'),
  ).toBeVisible();

  // What is changed since, and saved, is thrown away; what was said of publishing is not said of it.
  await main.getByLabel('Title', { exact: true }).fill('Changed once more');
  await expect(main.getByText(/no new revision was made/)).toBeHidden();
  await saved(page);
  await main.getByRole('button', { name: 'Throw the draft away' }).click();
  await page
    .getByRole('dialog', { name: 'Throw the draft away?' })
    .getByRole('button', { name: 'Throw the draft away' })
    .click();
  await expect(main.getByLabel('Title', { exact: true })).toHaveValue('One list, two names');
  await expect(main.getByRole('button', { name: 'Throw the draft away' })).toBeHidden();
  await main.getByRole('button', { name: 'Let students take it by itself' }).click();
  await expect(main.getByRole('button', { name: 'Students take it no longer by itself' })).toBeVisible();

  // What goes out as a file comes in again, and changes nothing.
  const out = page.waitForEvent('download');
  await main.getByRole('link', { name: 'Export revision as zip' }).click();
  const zip = await (await out).path();
  await main.getByRole('link', { name: 'All exercises of the course' }).click();
  await main.getByRole('link', { name: 'Import a zip' }).click();
  await main.getByLabel('Zip file').setInputFiles({
    name: 'exercise.zip',
    mimeType: 'application/zip',
    buffer: await readFile(zip),
  });
  await expect(main.getByText('1 unchanged. Nothing is imported yet.')).toBeVisible();
  await look();
  await main.getByRole('link', { name: 'All exercises of the course' }).click();
  const row = main.getByRole('row', { name: /One list, two names/ });
  await expect(row).toContainText('revision 1');
  await look();

  await page.context().clearCookies();
  await signInAsStudentOf(page, info, 'own-exercise', '/exercises');
  await main.getByRole('link', { name: 'One list, two names' }).click();
  await main.getByRole('button', { name: /^Start / }).click();
  await main.getByLabel(/^a, step 3/).fill('9 2');
  await main.getByRole('button', { name: 'Submit answers' }).click();
  await page.getByRole('button', { name: 'Submit anyway' }).click();
  await expectMarks(page);
});
