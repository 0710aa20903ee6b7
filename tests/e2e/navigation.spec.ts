import { signIn } from './accounts';
import { expect, expectNoViolations, test } from './fixtures';

test.describe('in 320 pixels', () => {
  test.use({ viewport: { width: 320, height: 640 } });

  test('the menu opens, leads on and closes by keyboard alone', async ({ page }) => {
    await signIn(page, 'teacher', '/lessons');
    const wider = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
    expect(wider, 'the page scrolls sideways').toBe(false);
    const menu = page.getByRole('button', { name: 'Menu' });
    const main = page.getByRole('navigation', { name: 'Main' });
    await expect(main.getByRole('link')).toHaveCount(0);
    await menu.focus();
    await page.keyboard.press('Enter');
    await expect(menu).toHaveAttribute('aria-expanded', 'true');
    for (const name of ['Home', 'Lessons', 'Exercises', 'Playground', 'Classes'])
      await expect(main.getByRole('link', { name, exact: true })).toBeInViewport();
    await expectNoViolations(page);
    await page.keyboard.press('Escape');
    await expect(menu).toHaveAttribute('aria-expanded', 'false');
    await expect(menu).toBeFocused();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await expect(main.getByRole('link', { name: 'Home' })).toBeFocused();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/exercises');
    await expect(menu).toHaveAttribute('aria-expanded', 'false');
    await expect(main.getByRole('link')).toHaveCount(0);
  });
});

test.describe('in 1120 pixels', () => {
  test.use({ viewport: { width: 1120, height: 700 } });

  test('everything stands in one row', async ({ page }) => {
    await signIn(page, 'teacher', '/lessons');
    const main = page.getByRole('navigation', { name: 'Main' });
    await expect(page.getByRole('button', { name: 'Menu' })).toBeHidden();
    for (const name of ['Home', 'Lessons', 'Exercises', 'Playground', 'Classes'])
      await expect(main.getByRole('link', { name, exact: true })).toBeInViewport();
    await expect(main.getByRole('link', { name: 'Lessons' })).toHaveAttribute('aria-current', 'page');
    const wider = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
    expect(wider, 'the page scrolls sideways').toBe(false);
  });
});
