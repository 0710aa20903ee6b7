import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import { fragmentOf } from '../../app/_components/try/permalink';
import { expect, expectNoViolations, test } from './fixtures';

const views =
  'import numpy as np\na = np.arange(12).reshape(3, 4)\nv = a[:, 1:3]\ndel a\nv[0, 0] = 99\nprint(v.base[1])\n';

const editorOf = (page: Page) => page.getByRole('textbox', { name: 'Your program, in Python' });
const ran = (page: Page, steps: number) => expect(page.getByText(`Ran ${steps} steps.`)).toBeVisible();

test.beforeEach(async ({ context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
});

test('a program runs as it is typed, and the step is kept', async ({ page }) => {
  await page.goto('/playground');
  await ran(page, 5);
  await editorOf(page).fill(views);
  await ran(page, 5);
  await page.getByRole('slider', { name: 'Step' }).fill('2');
  await expect(page.locator('[data-narration="2"]')).toBeVisible();
  await editorOf(page).fill(`${views}x = v\n`);
  await ran(page, 6);
  await expect(page.locator('[data-narration="2"]')).toBeVisible();
  // What is no program while it is typed leaves the last picture where it is.
  await editorOf(page).fill(`${views}x = [\n`);
  await expect(page.getByRole('alert').filter({ hasText: "'[' was never closed" })).toBeVisible();
  await expect(page.locator('[data-narration="2"]')).toBeVisible();
  await expectNoViolations(page);
});

test('the address is the link: it brings back program and step', async ({ page }) => {
  await page.goto('/playground');
  await ran(page, 5);
  await editorOf(page).fill(views);
  await ran(page, 5);
  await page.getByRole('slider', { name: 'Step' }).fill('3');
  await expect(page).toHaveURL(/#code=[\w-]+&step=3$/);
  await page.reload();
  await expect(page.locator('[data-narration="3"]')).toBeVisible();
  await expect(editorOf(page)).toContainText('v[0, 0] = 99');
  await page.getByRole('button', { name: 'Share' }).click();
  await page.getByRole('button', { name: 'Copy a link to this step' }).click();
  await expect(page.getByText('The link is copied.')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
});

test('an example replaces the program, which can be brought back', async ({ page }) => {
  await page.goto('/playground');
  await ran(page, 5);
  await editorOf(page).fill('mine = [1]\n');
  await expect(page.getByText('Ran 1 step.')).toBeVisible();
  await page.getByLabel('Start from').selectOption({ label: 'One list in three slots' });
  await expect(editorOf(page)).toContainText('grid = [row] * 3');
  await page.getByRole('button', { name: 'Back to your own program' }).click();
  await expect(editorOf(page)).toContainText('mine = [1]');
});

test('picture and trace can be saved', async ({ page }) => {
  await page.goto(`/playground${await fragmentOf({ program: views, step: 4 })}`);
  await expect(page.locator('[data-narration="4"]')).toBeVisible();
  const saved = async (name: string) => {
    await page.getByRole('button', { name: 'Share' }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name }).click(),
    ]);
    const chunks: Buffer[] = [];
    for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
    return { name: download.suggestedFilename(), bytes: Buffer.concat(chunks) };
  };
  const svg = await saved('Save the picture as SVG');
  expect(svg.name).toBe('memory-step-4.svg');
  const text = svg.bytes.toString('utf8');
  // It stands alone: no address of this server, no foreign markup; the names, the written cell and the arrows are there.
  expect(text).not.toMatch(/foreignObject|href=|127\.0\.0\.1|localhost/);
  expect(text).toMatch(/>99<\/text>/);
  expect(text.match(/data-arrow-to=/g)).toHaveLength(await page.locator('[data-arrow-to]').count());
  const problem = await page.evaluate(
    (source) =>
      // Without its style: the policy of this page is for the page, not for the file.
      new DOMParser()
        .parseFromString(source.replace(/<style>.*<\/style>/s, ''), 'image/svg+xml')
        .querySelector('parsererror')?.textContent ?? null,
    text,
  );
  expect(problem).toBeNull();
  const png = await saved('Save the picture as PNG');
  expect([...png.bytes.subarray(1, 4)]).toEqual([...Buffer.from('PNG')]);
  const width = Number(/width="([\d.]+)"/.exec(text)?.[1]);
  expect(Math.abs(png.bytes.readUInt32BE(16) - 2 * width)).toBeLessThanOrEqual(2);
  const { trace } = JSON.parse((await saved('Save the trace as JSON')).bytes.toString('utf8'));
  expect(trace.events.map((event: { stmt: string }) => event.stmt)).toEqual([
    'Import',
    'Assign',
    'Assign',
    'Delete',
    'Assign',
    'Expr',
    'end',
  ]);
});

test('a frame in a page of another origin steps through a program that cannot be changed', async ({
  page,
  baseURL,
}) => {
  const frame = `${baseURL}/embed${await fragmentOf({ program: views, step: 2 })}`;
  const other = createServer((_, response) => {
    response.setHeader('content-type', 'text/html');
    response.end(
      `<!doctype html><title>Course</title><iframe src="${frame}" width="1200" height="700"></iframe>`,
    );
  });
  await new Promise<void>((done) => other.listen(0, '127.0.0.1', done));
  try {
    await page.goto(`http://127.0.0.1:${(other.address() as AddressInfo).port}/`);
    const inside = page.frameLocator('iframe');
    await expect(inside.locator('[data-narration="2"]')).toBeVisible();
    await inside.getByRole('button', { name: 'Step forward' }).click();
    await expect(inside.locator('[data-narration="3"]')).toBeVisible();
    await expect(inside.getByRole('textbox')).toHaveCount(0);
    await expect(inside.getByRole('banner')).toHaveCount(0);
  } finally {
    other.close();
  }
});

test('no other page lets itself be framed', async ({ request }) => {
  for (const path of ['/', '/playground', '/sign-in', '/embedded']) {
    const headers = (await request.get(path)).headers();
    expect([path, headers['x-frame-options']]).toEqual([path, 'DENY']);
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
  }
  const embed = (await request.get('/embed')).headers();
  expect(embed['x-frame-options']).toBeUndefined();
  expect(embed['content-security-policy']).toContain('frame-ancestors *');
});
