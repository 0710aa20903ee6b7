import type { Page } from '@playwright/test';
import { lesson, signInAsStudentOf, signOut } from './accounts';
import { tabTo } from './exercises';
import { expect, expectNoViolations, test } from './fixtures';

const quiz = `${lesson}/quiz`;

/** What CPython does, by row: A, B, count, freed. Written down by hand. */
const truth = [
  ['[1, 2, 3]', '-', '1', 'n'],
  ['[1, 2, 3]', '[1, 2, 3]', '2', 'n'],
  ['[10, 2, 3]', '[10, 2, 3]', '2', 'n'],
  ['-', '[10, 2, 3]', '1', 'n'],
  ['-', '-', '0', 'y'],
];
const choices = ['[10, 2, 3]', 'Step 5', /stays alive, and its count is 1/];

async function startQuiz(page: Page): Promise<void> {
  await page.getByRole('button', { name: /Start the quiz|Try again/ }).click();
  await expect(page.locator('[data-attempt]')).toBeVisible();
}

async function fillTable(page: Page): Promise<void> {
  await tabTo(page, page.locator('[role=grid] [data-cell-focus]'));
  const cells = truth.flat();
  for (const [i, value] of cells.entries()) {
    if (i % 4 === 3) await page.keyboard.press(value);
    else await page.keyboard.type(value);
    if (i < cells.length - 1) await page.keyboard.press('Enter');
  }
}

test('the whole quiz by keyboard alone, kept over reload, sign-out and sign-in', async ({ page }, info) => {
  await signInAsStudentOf(page, info, 'keyboard', quiz);
  await expectNoViolations(page);
  await tabTo(page, page.locator('main button:has-text("Start the quiz")'));
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-attempt]')).toBeVisible();
  for (const [i, choice] of choices.entries()) {
    const options = page.locator('fieldset').nth(i).getByRole('radio');
    const wanted = page.locator('fieldset').nth(i).getByRole('radio', { name: choice });
    await tabTo(page, options);
    const count = await options.count();
    await page.keyboard.press(' ');
    for (let n = 0; n < count && !(await wanted.isChecked()); n += 1) await page.keyboard.press('ArrowDown');
    await expect(wanted).toBeChecked();
    await page.keyboard.press('Tab');
  }
  await fillTable(page);
  await expect(page.getByText('23 of 23 filled')).toBeVisible();
  await expectNoViolations(page);
  await tabTo(page, page.locator('button:has-text("Submit answers")'));
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/quiz\/[0-9a-f-]{36}$/);
  const heading = page.getByRole('heading', { name: 'Attempt 1: your marks' });
  await expect(heading).toBeFocused();
  await expect(page.locator('[data-state=correct]')).toHaveCount(20);
  await expect(page.getByText('23 answers right')).toBeVisible();
  await expectNoViolations(page);

  await page.reload();
  await expect(page.getByText('23 answers right')).toBeVisible();
  const address = page.url();
  await signOut(page);
  await signInAsStudentOf(page, info, 'keyboard', quiz);
  await page.getByRole('link', { name: 'Attempt 1' }).click();
  await page.waitForURL(address);
  await expect(page.getByText('23 answers right')).toBeVisible();
});

test('marks stand cell by cell, with the reason at its step', async ({ page }, info) => {
  await signInAsStudentOf(page, info, 'marks', quiz);
  await startQuiz(page);
  await fillTable(page);
  const count = page.getByRole('textbox', { name: 'reference count, step 2' });
  await count.fill('1');
  await page.getByRole('button', { name: 'Submit answers' }).click();
  const asked = page.getByRole('dialog', { name: 'Submit with empty cells?' });
  await expect(asked.getByRole('listitem')).toHaveText(['Question a', 'Question b', 'Question c']);
  await expectNoViolations(page);
  await asked.getByRole('button', { name: 'Submit anyway' }).click();
  await page.waitForURL(/\/quiz\/[0-9a-f-]{36}$/);
  await expect(page.locator('[data-cell-id="2.count"] [data-state]')).toHaveAttribute('data-state', 'wrong');
  await expect(page.locator('[data-cell-id="2.A"] [data-state]')).toHaveAttribute('data-state', 'correct');
  const reason = page.getByRole('listitem').filter({ hasText: 'step 2, reference count' });
  await expect(reason).toContainText('In Python: 2');
  const see = reason.getByRole('button', { name: 'See step 2' });
  await see.click();
  const stage = page.getByRole('dialog', { name: 'What Python does at step 2' });
  await expect(stage.locator('[data-narration="2"]')).toBeVisible();
  await expect(stage.getByText('Answered')).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await expect(stage.locator('[data-narration="3"]')).toBeVisible();
  await expectNoViolations(page);
  await page.keyboard.press('Escape');
  await expect(see).toBeFocused();
  await see.click();
  await expect(stage.locator('[data-narration="2"]')).toBeVisible();
  await stage.getByRole('button', { name: 'Close' }).click();
  await expect(see).toBeFocused();
});

test('a draft saves itself and is there after a reload', async ({ page }, info) => {
  await signInAsStudentOf(page, info, 'draft', quiz);
  await startQuiz(page);
  const cell = page.getByRole('textbox', { name: 'array A, step 1' });
  await cell.fill('1 2 3');
  await expect(page.getByText('read as [1, 2, 3]')).toBeVisible();
  await page.locator('fieldset').first().getByRole('radio').first().check();
  await expect(page.getByText(/^Draft saved \d\d:\d\d$/)).toBeVisible();
  await page.reload();
  await expect(page.getByRole('textbox', { name: 'array A, step 1' })).toHaveValue('[1, 2, 3]');
  await expect(page.locator('fieldset').first().getByRole('radio').first()).toBeChecked();
});

test('what cannot be read is said at once and costs no attempt', async ({ page }, info) => {
  await signInAsStudentOf(page, info, 'draft', quiz);
  await page
    .getByRole('button', { name: /Start the quiz|Try again/ })
    .or(page.locator('[data-attempt]'))
    .first()
    .waitFor();
  if (await page.getByRole('button', { name: /Start the quiz|Try again/ }).isVisible()) await startQuiz(page);
  const cell = page.getByRole('textbox', { name: 'array A, step 2' });
  await cell.fill('[10, 2');
  await cell.press('Tab');
  await expect(cell).toHaveAttribute('aria-invalid', 'true');
  await page.getByRole('button', { name: 'Submit answers' }).click();
  await page.getByRole('button', { name: 'Submit anyway' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'cannot be read' })).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`${quiz}$`));
});

test('a draft of another tab is a conflict that the person decides', async ({ page, context }, info) => {
  await signInAsStudentOf(page, info, 'conflict', quiz);
  await startQuiz(page);
  const other = await context.newPage();
  await other.goto(quiz);
  const name = 'array B, step 2';
  await other.getByRole('textbox', { name }).fill('[7]');
  await expect(other.getByText(/^Draft saved/)).toBeVisible();
  await page.getByRole('textbox', { name }).fill('[8]');
  const dialog = page.getByRole('dialog', { name: 'This draft changed in another tab' });
  await expect(dialog).toBeVisible();
  await expect(dialog.getByRole('listitem')).toHaveText(/array B, step 2.*The other draft.*7.*This draft.*8/);
  await expectNoViolations(page);
  await dialog.getByRole('button', { name: 'Use the other draft' }).click();
  await expect(page.getByRole('textbox', { name })).toHaveValue('[7]');
  await expect(dialog).toBeHidden();
});

test('an attempt submitted in another tab says so, and leads to its marks', async ({
  page,
  context,
}, info) => {
  await signInAsStudentOf(page, info, 'closed', quiz);
  await startQuiz(page);
  const other = await context.newPage();
  await other.goto(quiz);
  await other.getByRole('button', { name: 'Submit answers' }).click();
  await other.getByRole('button', { name: 'Submit anyway' }).click();
  await other.waitForURL(/\/quiz\/[0-9a-f-]{36}$/);
  await page.getByRole('textbox', { name: 'array B, step 2' }).fill('[8]');
  const alert = page.getByRole('alert').filter({ hasText: 'This attempt was submitted.' });
  await expect(alert).toBeVisible();
  await expect(page.getByRole('button', { name: 'Submit answers' })).toHaveCount(0);
  await expectNoViolations(page);
  await alert.getByRole('link', { name: 'See its marks' }).click();
  await page.waitForURL(/\/quiz\/[0-9a-f-]{36}$/);
  await expect(page.getByText(/^0 of \d+ points?$/).first()).toBeVisible();
});
