import type { Page } from '@playwright/test';
import { lesson } from './accounts';
import { expect, expectNoViolations, test } from './fixtures';

async function run(page: Page, program: string): Promise<void> {
  const editor = page.getByRole('textbox', { name: 'Your program, in Python' });
  await editor.fill(program);
  await editor.press('Control+Enter');
}

test.beforeEach(async ({ page }) => {
  await page.goto(`${lesson}/try`);
  await expect(page.getByText('Ran 5 steps.')).toBeVisible();
});

test("a program of one's own runs in the browser, with its views drawn", async ({ page }) => {
  const requests: string[] = [];
  page.on('request', (request) => request.method() !== 'GET' && requests.push(request.url()));
  await run(
    page,
    'import numpy as np\na = np.arange(12).reshape(3, 4)\nv = a[:, 1:3]\nv[0, 0] = 99\nprint(a[0, 1])\n',
  );
  await expect(page.getByText('Ran 4 steps.')).toBeVisible();
  await page.getByRole('button', { name: 'To the end' }).click();
  await expect(page.locator('[data-narration="4"]')).toBeVisible();
  await expect(page.locator('[data-stage] [data-object]')).toHaveCount(3);
  await expect(page.locator('[data-stage] [data-window]')).toHaveCount(6);
  await expect(page.locator('pre', { hasText: '99' })).toBeVisible();
  expect(requests).toEqual([]);
  await expectNoViolations(page);
});

test("a syntax error is told in Python's words, at its place", async ({ page }) => {
  await run(page, 'x = [1, 2\ny = 3\n');
  const alert = page.getByRole('alert').filter({ hasText: 'This is not Python' });
  await expect(alert).toContainText("SyntaxError: '[' was never closed");
  await expect(alert).toContainText('Line 1, column 5');
  await expectNoViolations(page);
});

test("an exception is told in Python's words, and the steps before it stay", async ({ page }) => {
  await run(page, 'x = [1]\nprint(y)\n');
  const alert = page.getByRole('alert').filter({ hasText: 'raised an exception' });
  await expect(alert).toContainText("NameError: name 'y' is not defined");
  await expect(alert).toContainText('Line 2, column 7');
  await page.getByRole('button', { name: 'To the end' }).click();
  await expect(page.locator('[data-stage] [data-object]')).toHaveCount(1);
});

test('what is not supported says so, with its place', async ({ page }) => {
  await run(page, 'x = 1\nimport os\n');
  const alert = page.getByRole('alert').filter({ hasText: 'Outside what can be shown' });
  await expect(alert).toContainText('Line 2, column 1');
});

test('a program that does not end is stopped', async ({ page }) => {
  await run(page, 'n = 0\nwhile True:\n    n = n + 1\n');
  await expect(page.getByRole('alert').filter({ hasText: 'A limit was reached' })).toBeVisible({
    timeout: 20_000,
  });
});
