import { lesson, signIn } from '../e2e/accounts';
import { expect, test } from '../e2e/fixtures';

const fileOf = (name: string, theme: string) => `docs/pictures/${name}.${theme}.png`;

test('watch', async ({ page }, info) => {
  await page.goto(`${lesson}/watch?step=3`);
  await expect(page.locator('[data-stage]')).toHaveCount(1);
  await page.getByRole('button', { name: /reference count 2, why/ }).click();
  await page.screenshot({ path: fileOf('watch', info.project.name) });
});

test('views', async ({ page }, info) => {
  await page.goto(`${lesson}/try`);
  await expect(page.getByText('Ran 5 steps.')).toBeVisible();
  const editor = page.getByRole('textbox', { name: 'Your program, in Python' });
  await editor.fill(
    'import numpy as np\na = np.arange(12).reshape(3, 4)\nv = a[:, 1:3]\nr = a[0]\ndel a\nv[0, 0] = 99\n',
  );
  await editor.press('Control+Enter');
  await expect(page.getByText('Ran 5 steps.')).toBeVisible();
  await page.getByRole('button', { name: 'To the end' }).click();
  await page.locator('[data-narration="5"]').scrollIntoViewIfNeeded();
  await page.screenshot({ path: fileOf('views', info.project.name), fullPage: true });
});

test('class', async ({ page }, info) => {
  await signIn(page, 'teacher', '/teach');
  await page.getByRole('main').getByRole('link', { name: 'Demo course' }).click();
  await expect(page.getByRole('table')).toBeVisible();
  await page.screenshot({ path: fileOf('class', info.project.name) });
});
