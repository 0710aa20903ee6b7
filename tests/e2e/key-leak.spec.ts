import type { Page } from '@playwright/test';
import { lesson, signInAsStudentOf } from './accounts';
import { expect, test } from './fixtures';
import { leaks, recordBodies } from './leaks';

const quiz = `${lesson}/quiz`;

/** The payload of the quiz page as the router fetches it, asked for by itself: a body read late may be gone. */
async function routerPayload(page: Page): Promise<{ url: string; text: string }> {
  const response = await page.request.get(quiz, { headers: { RSC: '1' } });
  expect(response.headers()['content-type']).toContain('text/x-component');
  const text = await response.text();
  expect(text).toContain('When the count drops to zero');
  return { url: 'the router payload', text };
}

test('nothing of a key reaches the browser before the submission', async ({ page }, info) => {
  await signInAsStudentOf(page, info, 'leak', '/');
  const bodies = recordBodies(page);
  await page.goto(quiz);
  await page.getByRole('button', { name: 'Start the quiz' }).click();
  await expect(page.locator('[data-attempt]')).toBeVisible();
  await page.getByRole('textbox', { name: 'array A, step 1' }).fill('[1, 2, 3]');
  await page.locator('fieldset').first().getByRole('radio').first().check();
  await expect(page.getByText(/^Draft saved/)).toBeVisible();
  for (const summary of await page.getByText('Show a hint').all()) await summary.click();
  await page.reload();
  await expect(page.locator('[data-attempt]')).toBeVisible();
  expect(leaks(await bodies())).toEqual([]);
  expect(leaks([{ url: 'the page itself', text: await page.content() }])).toEqual([]);
  expect(leaks([await routerPayload(page)])).toEqual([]);
});

test('nor who only looks', async ({ page }) => {
  const bodies = recordBodies(page);
  await page.goto(quiz);
  await expect(page.getByRole('link', { name: 'Sign in' }).first()).toBeVisible();
  expect(leaks(await bodies())).toEqual([]);
  expect(leaks([await routerPayload(page)])).toEqual([]);
});

test('the search itself finds what it looks for where it may be', async ({ page }) => {
  const bodies = recordBodies(page);
  await page.goto(`${lesson}/watch`);
  await page.goto(`${lesson}/table`);
  const found = leaks(await bodies()).map((leak) => leak.slice(leak.indexOf(': ') + 2));
  for (const word of [
    '"scenes"',
    '"holders"',
    '2 (shared)',
    'refer to the same array, so each shows the change',
  ])
    expect(found).toContain(word);
});
