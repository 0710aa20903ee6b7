/** The pages of the catalogue, in both themes and both widths: what axe finds, and whether they fit. */
import type { Page } from '@playwright/test';
import { signInAsStudentOf } from './accounts';
import { exercises, expectMarks, type Kind, openExercise } from './exercises';
import { expect, expectNoViolations, test } from './fixtures';

const narrowest = 320;

/** No page makes a person scroll sideways, down to the narrowest phone. */
async function expectToFit(page: Page): Promise<void> {
  const size = page.viewportSize();
  for (const width of size && size.width < 700 ? [size.width, narrowest] : [size?.width ?? 0]) {
    await page.setViewportSize({ width, height: size?.height ?? 800 });
    const over = () =>
      page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    await expect.poll(over, { message: `${page.url()} is wider than ${width}` }).toBe(0);
  }
  if (size) await page.setViewportSize(size);
}

test('the catalogue can be read by everybody: units in their order, each with its quiz', async ({ page }) => {
  await page.goto('/exercises');
  const units = page.getByRole('main').getByRole('heading', { level: 2 });
  await expect(units).toHaveCount(12);
  await expect(units.first()).toHaveText(/Names and objects$/);
  await expect(units.last()).toHaveText(/Leaks in real code$/);
  // On a phone it stands in the menu, which is closed.
  await expect(
    page.getByRole('banner').getByRole('link', { name: 'Exercises', includeHidden: true }),
  ).toHaveAttribute('aria-current', 'page');
  await expectNoViolations(page);
  await expectToFit(page);
  await page.getByRole('link', { name: 'Quiz: Copies' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Quiz: Copies' })).toBeVisible();
  await expect(page.getByRole('main').getByRole('link', { name: 'Sign in' })).toBeVisible();
  await expectNoViolations(page);
  await expectToFit(page);
  await page.goto(exercises.program);
  await expect(page.getByRole('main').getByRole('link', { name: 'Sign in' })).toBeVisible();
  await expectNoViolations(page);
});

test('every kind of exercise while it is answered, and with its marks', async ({ page }, info) => {
  test.setTimeout(300_000);
  await signInAsStudentOf(page, info, 'exercises', '/');
  for (const kind of Object.keys(exercises) as Kind[]) {
    await openExercise(page, kind);
    if (kind === 'memory-diagram') {
      await page.getByRole('button', { name: 'list', exact: true }).click();
      await page.getByRole('button', { name: 'Add a slot' }).click();
      await page.getByRole('button', { name: 'array', exact: true }).click();
      await page
        .getByRole('combobox', { name: 'What [0] of #1 list refers to' })
        .selectOption({ label: '#2 array' });
    }
    if (kind === 'order')
      await page
        .getByRole('button', { name: /^Put in: / })
        .first()
        .click();
    await expectNoViolations(page);
    await expectToFit(page);
    await page.getByRole('button', { name: 'Submit answers' }).click();
    const anyway = page.getByRole('button', { name: 'Submit anyway' });
    const heading = page.getByRole('heading', { name: /: your marks$/ });
    await anyway.or(heading).first().waitFor();
    if (await anyway.isVisible()) await anyway.click();
    await expectMarks(page);
    await expectNoViolations(page);
    await expectToFit(page);
  }
  await page.goto('/exercises');
  await expect(page.getByText(/^best \d+ %$/).first()).toBeVisible();
  await expectNoViolations(page);
});
