import type { Page } from '@playwright/test';
import { lesson } from './accounts';
import { expect, expectNoViolations, test } from './fixtures';

/** Where everything that has a place stands now. */
const places = (page: Page) =>
  page.locator('[data-stage] :is([data-name], [data-object], [data-buffer])').evaluateAll((elements) => {
    const stage = elements[0]?.closest('[data-stage]')?.getBoundingClientRect();
    return elements.map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      const { name, object, buffer } = (element as HTMLElement).dataset;
      return [
        `${name ?? ''}|${object ?? ''}|${buffer ?? ''}`,
        x - (stage?.x ?? 0),
        y - (stage?.y ?? 0),
        width,
        height,
      ] as const;
    });
  });

const counts = (page: Page) =>
  page
    .locator('[data-stage] [data-count]')
    .evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset.count));
const arrows = (page: Page) => page.locator('[data-stage] [data-arrow-to]').count();

test('nothing moves: every place is the same at every step, forward and back', async ({ page }) => {
  await page.goto(`${lesson}/watch?step=0`);
  const seen = new Map<string, string>();
  const look = async (n: number) => {
    await expect(page.locator(`[data-stage][data-step="${n}"]`)).toHaveCount(1);
    for (const [key, ...place] of await places(page)) {
      const text = place.map((value) => value.toFixed(2)).join();
      expect([key, seen.get(key) ?? text]).toEqual([key, text]);
      seen.set(key, text);
    }
  };
  await look(0);
  for (let n = 1; n <= 5; n += 1) {
    await page.keyboard.press('ArrowRight');
    await look(n);
  }
  for (let n = 4; n >= 0; n -= 1) {
    await page.keyboard.press('ArrowLeft');
    await look(n);
  }
  expect([...seen.keys()].sort()).toHaveLength(4);
});

test('arrows and badges say the counts of the program', async ({ page }) => {
  await page.goto(`${lesson}/watch?step=0`);
  const expected = [[], ['1'], ['2'], ['2'], ['1'], ['0']];
  for (const [n, count] of expected.entries()) {
    await page.goto(`${lesson}/watch?step=${n}`);
    await expect(page.locator(`[data-stage][data-step="${n}"]`)).toHaveCount(1);
    expect(await counts(page)).toEqual(count);
    expect(await arrows(page)).toBe(Number(count[0] ?? 0));
  }
});

test('a write shows in the strip and in the card, with what was there', async ({ page }) => {
  await page.goto(`${lesson}/watch?step=3`);
  const stage = page.locator('[data-stage]');
  await expect(stage).toHaveCount(1);
  await expect(stage.locator('[data-buffer] [data-cell]')).toHaveText(['10', '2', '3']);
  await expect(stage.getByText('was 1')).toBeVisible();
});

test('a badge lists the holders, and Escape closes it where it was', async ({ page }) => {
  await page.goto(`${lesson}/watch?step=3`);
  await expect(page.locator('[data-stage]')).toHaveCount(1);
  const badge = page.getByRole('button', { name: /reference count 2, why/ });
  await badge.click();
  const list = page.getByRole('dialog', { name: /^Why 2\?/ });
  await expect(list.getByRole('listitem')).toHaveText([/A.*since step 1/, /B.*since step 2/]);
  await expectNoViolations(page);
  await page.keyboard.press('Escape');
  await expect(list).toBeHidden();
  await expect(badge).toBeFocused();
});

test('the last step leaves ghosts that say why', async ({ page }) => {
  await page.goto(`${lesson}/watch?step=5`);
  await expect(page.locator('[data-stage]')).toHaveCount(1);
  await expect(page.locator('[data-object][data-status=freed]')).toHaveAttribute(
    'aria-label',
    /Freed at step 5/,
  );
  await expect(page.locator('[data-buffer]')).toHaveAttribute('data-live', 'false');
  await expectNoViolations(page);
});

test('the player is driven by keys, slider and buttons', async ({ page }) => {
  await page.goto(`${lesson}/watch`);
  const at = (n: number) => expect(page.locator(`[data-narration="${n}"]`)).toBeVisible();
  await expect(page.locator('[data-stage]')).toHaveCount(1);
  await page.keyboard.press('End');
  await at(5);
  await page.keyboard.press('Home');
  await at(0);
  await page.getByRole('button', { name: 'Step forward' }).click();
  await at(1);
  await page.getByRole('slider', { name: 'Step' }).focus();
  await page.keyboard.press('ArrowRight');
  await at(2);
  await page.getByRole('button', { name: 'step 4, del A' }).click();
  await at(4);
  await expect(page).toHaveURL(/step=4/);
  await page.locator('body').press('t');
  await expect(page.getByRole('table', { name: 'Objects after step 4' })).toBeVisible();
});

test('play runs to the end by itself', async ({ page }) => {
  await page.goto(`${lesson}/watch?step=3`);
  await expect(page.locator('[data-stage]')).toHaveCount(1);
  await page.keyboard.press(' ');
  await expect(page.locator('[data-narration="5"]')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Play' })).toBeVisible();
});

test('the brackets go from one event of the followed object to the next', async ({ page }) => {
  // c is made by step 4 and freed by step 5; nothing else touches its list.
  await page.goto('/lessons/the-cyclic-collector/watch?step=0');
  const at = (n: number) => expect(page.locator(`[data-narration="${n}"]`)).toBeVisible();
  await expect(page.locator('[data-stage]')).toHaveCount(1);
  const follow = page.getByRole('combobox', { name: 'Follow an object' });
  await follow.focus();
  await follow.selectOption({ label: '#3 list' });
  for (const [key, step] of [
    [']', 4],
    [']', 5],
    [']', 5],
    ['[', 4],
    ['[', 4],
  ] as const) {
    await page.keyboard.press(key);
    await at(step);
  }
  await expect(follow).toBeFocused();
  const forward = page.getByRole('button', { name: 'To the next step that changes #3' });
  await expect(forward).toHaveAttribute('aria-disabled', 'false');
  // End belongs to the list while the list has the focus.
  await forward.focus();
  await page.keyboard.press('End');
  await at(8);
  await expect(forward).toHaveAttribute('aria-disabled', 'true');
});

for (const reducedMotion of ['reduce', 'no-preference'] as const) {
  test(`what moves while it is stepped, where motion is ${reducedMotion}`, async ({ page }) => {
    await page.emulateMedia({ reducedMotion });
    await page.addInitScript(() => {
      const moved: string[] = [];
      Object.assign(window, { moved });
      // A transition without a duration does not run; an animation without one starts all the same.
      document.addEventListener('transitionrun', (event) => moved.push(event.propertyName));
      document.addEventListener('animationstart', (event) => {
        const target = event.target as Element;
        if (getComputedStyle(target).animationDuration !== '0s') moved.push(event.animationName);
      });
    });
    await page.goto('/lessons/the-cyclic-collector/watch?step=0');
    await expect(page.locator('[data-stage][data-step="0"]')).toHaveCount(1);
    for (let n = 1; n <= 8; n += 1) {
      await page.keyboard.press('ArrowRight');
      await expect(page.locator(`[data-stage][data-step="${n}"]`)).toHaveCount(1);
    }
    const moved = () => page.evaluate(() => (window as unknown as { moved: string[] }).moved);
    if (reducedMotion === 'reduce') expect(await moved()).toEqual([]);
    else await expect.poll(async () => (await moved()).length).toBeGreaterThan(0);
  });
}
