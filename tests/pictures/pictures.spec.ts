import type { TestInfo } from '@playwright/test';
import { fragmentOf } from '../../app/_components/try/permalink';
import { lesson, signIn, signInAsStudentOf } from '../e2e/accounts';
import { expectMarks, openExercise } from '../e2e/exercises';
import { expect, test } from '../e2e/fixtures';

const fileOf = (name: string, info: TestInfo) =>
  `docs/pictures/${name}.${info.project.use.colorScheme ?? 'light'}.png`;

test('watch', async ({ page }, info) => {
  await page.goto(`${lesson}/watch?step=3`);
  await expect(page.locator('[data-stage]')).toHaveCount(1);
  await page.getByRole('button', { name: /reference count 2, why/ }).click();
  await page.screenshot({ path: fileOf('watch', info) });
});

test('views', async ({ page }, info) => {
  const program =
    'import numpy as np\na = np.arange(12).reshape(3, 4)\nv = a[:, 1:3]\nr = a[0]\ndel a\nv[0, 0] = 99\n';
  await page.goto(`/playground${await fragmentOf({ program, step: 5 })}`);
  await expect(page.getByText('Ran 5 steps.')).toBeVisible();
  await expect(page.locator('[data-stage][data-step="5"]')).toHaveCount(1);
  // As tall as the picture is, so that the controls stand below it.
  await page.setViewportSize({ width: 1440, height: 1120 });
  await page.screenshot({ path: fileOf('views', info) });
});

test('marks', async ({ page }, info) => {
  await signInAsStudentOf(page, info, 'pages', '/');
  await openExercise(page, 'trace-table');
  // What would be true if `B = A` made a copy.
  const believed = [
    ['1 2 3', '-', '1', 'n'],
    ['1 2 3', '1 2 3', '1', 'n'],
    ['1 2 3', '10 2 3', '1', 'n'],
    ['-', '10 2 3', '0', 'y'],
    ['-', '-', '0', 'y'],
  ].flat();
  await page.getByRole('textbox', { name: 'array A, step 1' }).click();
  for (const [i, value] of believed.entries()) {
    if (i % 4 === 3) await page.keyboard.press(value);
    else await page.keyboard.type(value);
    if (i < believed.length - 1) await page.keyboard.press('Enter');
  }
  await expect(page.getByText('20 of 20 filled')).toBeVisible();
  await page.getByRole('button', { name: 'Submit answers' }).click();
  await expectMarks(page);
  await expect(page.locator('[data-misconception=AssignmentCopiesObject]')).toBeVisible();
  // As tall as the belief and what is so, in two pictures.
  await page.setViewportSize({ width: 1440, height: 1240 });
  await page.screenshot({ path: fileOf('marks', info) });
});

test('class', async ({ page }, info) => {
  await signIn(page, 'teacher', '/teach');
  await page.getByRole('main').getByRole('link', { name: 'Demo course' }).click();
  await expect(page.getByRole('table')).toBeVisible();
  // Those who only these pictures need are nobody's class.
  await page.getByRole('row', { name: /^Test / }).evaluateAll((rows) => {
    for (const row of rows) row.remove();
  });
  await page.screenshot({ path: fileOf('class', info) });
});
