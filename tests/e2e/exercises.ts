/** One exercise of each kind, and the ways through it that several specs share. */
import type { Locator, Page } from '@playwright/test';
import { expect } from './fixtures';

export const exercises = {
  choice: '/exercises/names-and-objects/which-names-show-it',
  'trace-table': '/exercises/reference-counts/two-names-one-array',
  collection: '/exercises/cycles-and-the-collector/who-is-freed-when',
  output: '/exercises/copies/shallow-copy',
  'memory-diagram': '/exercises/views-and-bases/draw-the-bases',
  order: '/exercises/del-and-rebinding/free-the-old-one-in-time',
  program: '/exercises/copies/work-on-a-copy',
} as const;
export type Kind = keyof typeof exercises;

/** Opens an exercise and an attempt at it, whatever stands there from earlier. */
export async function openExercise(page: Page, kind: Kind): Promise<void> {
  await page.goto(exercises[kind]);
  const start = page.getByRole('button', { name: /^(Start the exercise|Try again)$/ });
  const attempt = page.locator('[data-attempt]');
  await start.or(attempt).first().waitFor();
  if (await start.isVisible()) await start.click();
  await expect(attempt).toBeVisible();
  if (kind === 'program') await expect(page.locator('[data-goal=notMet]').first()).toBeVisible();
}

/** The marks: their heading has the focus, so that nothing is lost and they are read first. */
export async function expectMarks(page: Page): Promise<void> {
  await page.waitForURL(/\/[0-9a-f-]{36}$/);
  await expect(page.getByRole('heading', { name: /^Attempt \d+: your marks$/ })).toBeFocused();
}

/** Presses Tab until what is wanted has the focus: nobody may be kept from it. */
export async function tabTo(page: Page, wanted: Locator, key = 'Tab'): Promise<void> {
  for (let presses = 0; presses < 120; presses += 1) {
    if (await wanted.evaluateAll((all) => all.some((one) => one === document.activeElement))) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${key} never reaches ${wanted}`);
}
