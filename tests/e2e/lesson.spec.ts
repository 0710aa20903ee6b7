import { lesson } from './accounts';
import { expect, expectNoViolations, test } from './fixtures';

const modes = [
  ['concept-flow', 'Concept flow'],
  ['watch', 'Watch'],
  ['table', 'Execution table'],
  ['tracker', 'Variable tracker'],
  ['moments', 'Key moments'],
  ['quiz', 'Quiz'],
  ['snapshot', 'Snapshot'],
  ['transcript', 'Transcript'],
  ['try', 'Try it'],
] as const;

/** The table as the lesson promises it: written down by hand from CPython, not from the app. */
const promised = [
  ['1', 'Create A', '[1, 2, 3]', 'None', '1', 'No'],
  ['2', 'Assign B = A', '[1, 2, 3]', '[1, 2, 3]', '2 (shared)', 'No'],
  ['3', 'Modify B[0] = 10', '[10, 2, 3]', '[10, 2, 3]', '2 (shared)', 'No'],
  ['4', 'Delete A', 'Deleted', '[10, 2, 3]', '1', 'No'],
  ['5', 'Delete B', 'Deleted', 'Deleted', '0', 'Yes'],
];

test('home leads to the lesson and has no violation', async ({ page }) => {
  await page.goto('/');
  await expectNoViolations(page);
  await page
    .getByRole('main')
    .getByRole('link', { name: 'Garbage collection and array references in NumPy' })
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Garbage collection and array references in NumPy',
  );
});

for (const [slug, name] of modes) {
  test(`${name} can be read without signing in and has no violation`, async ({ page }) => {
    await page.goto(`${lesson}/${slug}?step=2`);
    await expect(
      page.getByRole('navigation', { name: 'Ways to read this lesson' }).locator('[aria-current=page]'),
    ).toHaveText(name);
    if (slug === 'try') await expect(page.getByText('Ran 5 steps.')).toBeVisible();
    await expectNoViolations(page);
    const wider = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
    expect(wider, 'the page scrolls sideways').toBe(false);
  });
}

test('the modes keep the step and switch with the keys 1 to 9', async ({ page }) => {
  await page.goto(`${lesson}/watch?step=3`);
  await expect(page.locator('[data-narration="3"]')).toBeVisible();
  // The page can be read before its keys work.
  await expect(async () => {
    await page.keyboard.press('3');
    await page.waitForURL('**/table?step=3', { timeout: 2000 });
  }).toPass();
  await page.getByRole('link', { name: 'Watch', exact: true }).click();
  await page.waitForURL('**/watch?step=3');
  await expect(page.locator('[data-narration="3"]')).toBeVisible();
});

test('the execution table says what the lesson promises', async ({ page }) => {
  await page.goto(`${lesson}/table`);
  const table = page.getByRole('table', { name: 'Execution table' });
  await expect(table.getByRole('columnheader')).toHaveText([
    'Step',
    'Action',
    'Array A',
    'Array B',
    'Reference count',
    'Garbage collected',
  ]);
  const rows = await table.locator('tbody tr').all();
  const texts = await Promise.all(rows.map((row) => row.locator('th, td').allInnerTexts()));
  expect(texts.map((row) => row.map((text) => text.trim()))).toEqual(promised);
});

test('the variable tracker follows A, B and the count', async ({ page }) => {
  await page.goto(`${lesson}/tracker`);
  const table = page.getByRole('table', { name: 'Variable tracker' });
  await expect(table.getByRole('columnheader')).toHaveText([
    /^Name/,
    /^Start/,
    /^After step 2/,
    /^After step 3/,
    /^After step 4/,
    /^After step 5/,
  ]);
  for (const [i, name] of ['A', 'B', 'Reference count'].entries()) {
    const row = table.locator('tbody tr').nth(i);
    await expect(row.getByRole('rowheader')).toHaveText(name);
    const expected = promised.map((step) =>
      i < 2 ? (step[2 + i] ?? '') : (step[4] ?? '').replace(' (shared)', ''),
    );
    await expect(row.getByRole('cell')).toHaveText(expected);
  }
});

test('the concept flow and the key moments point to their steps', async ({ page }) => {
  await page.goto(`${lesson}/concept-flow`);
  await expect(page.getByRole('main').getByRole('link', { name: /^Watch step/ })).toHaveCount(5);
  await page.goto(`${lesson}/moments`);
  const links = page.getByRole('main').getByRole('link', { name: /^Watch step/ });
  await expect(links.first()).toBeVisible();
  expect(await links.count()).toBeGreaterThanOrEqual(3);
  const step = (await links.first().innerText()).replace('Watch step ', '');
  await links.first().click();
  await page.waitForURL(`**/watch?step=${step}`);
  await expect(page.locator(`[data-narration="${step}"]`)).toBeVisible();
});

test('the skip link leads past the navigation', async ({ page }) => {
  await page.goto(`${lesson}/table`);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
});

test('an address that is not there says so', async ({ page, complaints }) => {
  const answer = await page.goto('/lessons/there-is-no-such-lesson/watch');
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is nothing here');
  // The browser itself notes the status, and that alone.
  await expect.poll(() => complaints.length).toBe(1);
  expect(complaints.splice(0)[0]).toContain('404');
});
