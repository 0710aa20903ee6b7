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
  await expect(page.getByText(/^Ran \d/)).toHaveCount(0);
  await expectNoViolations(page);
});

test("an exception is told in Python's words, and the steps before it stay", async ({ page }) => {
  await run(page, 'x = [1]\nprint(y)\n');
  const alert = page.getByRole('alert').filter({ hasText: 'raised an exception' });
  await expect(alert).toContainText("NameError: name 'y' is not defined");
  await expect(alert).toContainText('Line 2, column 7');
  await expect(page.locator('[data-stage] [data-object]')).toHaveCount(1);
});

test('what is not supported says so, with its place', async ({ page }) => {
  await run(page, 'x = 1\nimport os\n');
  const alert = page.getByRole('alert').filter({ hasText: 'Outside what can be shown' });
  await expect(alert).toContainText('Line 2, column 1');
});

test('a program that does not end is stopped', async ({ page }) => {
  await run(page, 'n = 0\nwhile True:\n    n = n + 1\n');
  await expect(page.getByRole('alert').filter({ hasText: 'more than 10,000 steps' })).toBeVisible({
    timeout: 20_000,
  });
});

test('a new program starts where it first shows something', async ({ page }) => {
  await run(page, 'x = [1]\ny = x\n');
  await expect(page.getByText('Ran 2 steps.')).toBeVisible();
  await expect(page.locator('[data-narration="1"]')).toBeVisible();
});

test('a program with many objects keeps the page short and what a step touched in sight', async ({
  page,
}) => {
  await run(page, 'a = []\nfor i in range(100):\n    a.append([i])\n');
  await expect(page.getByText(/^Ran \d+ steps\.$/)).toBeVisible();
  await page.getByRole('button', { name: 'To the end' }).click();
  const window = page.getByRole('region', { name: 'Picture of the memory' });
  const last = page.getByRole('article', { name: '#102 list' });
  const placeOf = () =>
    last.evaluate((card) => {
      const stage = card.closest('[data-stage]')?.getBoundingClientRect();
      const box = card.getBoundingClientRect();
      return [box.x - (stage?.x ?? 0), box.y - (stage?.y ?? 0)].map(Math.round);
    });
  await expect(last).toBeVisible();
  const inside = async () => {
    const [frame, card] = [await window.boundingBox(), await last.boundingBox()];
    return frame && card ? card.y >= frame.y && card.y + card.height <= frame.y + frame.height : false;
  };
  await expect.poll(inside).toBe(true);
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThan(3_000);
  const before = await placeOf();
  await window.focus();
  await window.evaluate((element) => element.scrollTo({ top: 0, behavior: 'instant' }));
  expect(await placeOf()).toEqual(before);
  await expect.poll(inside).toBe(false);
  await expectNoViolations(page);
});
