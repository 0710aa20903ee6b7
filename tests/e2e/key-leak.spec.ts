import type { Page } from '@playwright/test';
import { lesson, signInAsStudentOf } from './accounts';
import { expect, test } from './fixtures';

const quiz = `${lesson}/quiz`;

/**
 * Words that only a trace, a key, marks or the lesson's own explanations can bring: fields of their shapes, and
 * sentences that give an answer away. The program and the options themselves are on the page, so values as
 * `[10, 2, 3]` prove nothing; the table that says at which step they stand would.
 */
const telltales = [
  '"expected"',
  '"correct"',
  '"key"',
  '"scenes"',
  '"steps":[',
  '"trace"',
  '"countText"',
  '"holders"',
  '"freedBy"',
  '"explanation"',
  '"keyMoments"',
  '"conceptFlow"',
  '2 (shared)',
  'Freed at step',
  'is garbage collected',
  'refer to the same array, so each shows the change',
];

/** Every body that the browser gets, as text, until `stop` is called. */
function recordBodies(page: Page): () => Promise<{ url: string; text: string }[]> {
  const bodies: Promise<{ url: string; text: string }>[] = [];
  page.on('response', (response) => {
    const type = response.headers()['content-type'] ?? '';
    // Code of the app is the same for everybody: it holds field names, never an answer.
    if (/font|image|css|javascript/.test(type) || response.status() >= 300) return;
    bodies.push(
      response.text().then(
        (text) => ({ url: response.url(), text }),
        () => ({ url: response.url(), text: '' }),
      ),
    );
  });
  return () => Promise.all(bodies);
}

const unescaped = (text: string) => text.replaceAll('\\"', '"').replaceAll('&quot;', '"');

function leaks(bodies: readonly { url: string; text: string }[]): string[] {
  return bodies.flatMap(({ url, text }) =>
    telltales.filter((word) => unescaped(text).includes(word)).map((word) => `${url}: ${word}`),
  );
}

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
