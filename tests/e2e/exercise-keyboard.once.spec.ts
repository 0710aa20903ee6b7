/** Every kind of exercise answered by the keyboard alone. */
import type { Page } from '@playwright/test';
import { signInAsStudentOf } from './accounts';
import { exercises, expectMarks, type Kind, openExercise, tabTo } from './exercises';
import { expect, test } from './fixtures';

async function submitByKeys(page: Page): Promise<void> {
  await tabTo(page, page.locator('button:has-text("Submit answers")'));
  await page.keyboard.press('Enter');
  const anyway = page.getByRole('button', { name: 'Submit anyway' });
  const heading = page.getByRole('heading', { name: /: your marks$/ });
  await anyway.or(heading).first().waitFor();
  if (await anyway.isVisible()) {
    await tabTo(page, anyway);
    await page.keyboard.press('Enter');
  }
  await expectMarks(page);
}

const ways: { readonly [K in Kind]: (page: Page) => Promise<void> } = {
  choice: async (page) => {
    await tabTo(page, page.getByRole('checkbox').or(page.getByRole('radio')));
    await page.keyboard.press(' ');
    await expect(page.locator('fieldset input:checked')).toHaveCount(1);
  },
  'trace-table': async (page) => {
    await tabTo(page, page.locator('[role=grid] [data-cell-focus]'));
    await page.keyboard.type('1 2 3');
    await expect(page.getByText('read as [1, 2, 3]')).toBeVisible();
    await page.keyboard.press('Enter');
    await page.keyboard.type('-');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.type('1,2,3');
    await page.keyboard.press('Enter');
    await page.keyboard.type('two');
    await page.keyboard.press('Enter');
    await page.keyboard.press('n');
    await expect(page.getByRole('textbox', { name: 'array B, step 2' })).toHaveValue('[1, 2, 3]');
    await expect(page.getByRole('textbox', { name: 'reference count, step 2' })).toHaveValue('2');
    await page.keyboard.press('Control+z');
    const freed = page.getByRole('radiogroup', { name: 'garbage collected, step 2' });
    await expect(freed.getByRole('radio', { checked: true })).toHaveCount(0);
    await expect(page.getByText('Undone.')).toBeVisible();
    await page.keyboard.press('Control+y');
    await expect(freed.getByRole('radio', { name: 'No' })).toBeChecked();
  },
  collection: async (page) => {
    await tabTo(page, page.getByRole('combobox'));
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.keyboard.press('c');
    await page.keyboard.press('Enter');
    await page.keyboard.press('End');
    await expect(page.getByRole('combobox').nth(1)).toHaveValue('never');
    const other = page.getByRole('radiogroup').nth(1);
    await expect(other.getByRole('radio', { name: 'never' })).toBeChecked();
  },
  output: async (page) => {
    await tabTo(page, page.getByRole('textbox', { name: 'printed line 1' }));
    await page.keyboard.type('[1 2]');
    await page.keyboard.press('Enter');
    await page.keyboard.type('True');
    await expect(page.getByRole('textbox', { name: 'printed line 2' })).toHaveValue('True');
  },
  'memory-diagram': async (page) => {
    await tabTo(page, page.getByRole('button', { name: 'array', exact: true }));
    await page.keyboard.press('Enter');
    await expect(page.getByRole('group', { name: '#1 array' })).toBeVisible();
    const name = page.getByRole('button', { name: /^Connect / }).first();
    await tabTo(page, name);
    await page.keyboard.press('Enter');
    await expect(name).toHaveAttribute('aria-pressed', 'true');
    await page.keyboard.press('Escape');
    await expect(name).toHaveAttribute('aria-pressed', 'false');
    await page.keyboard.press('Enter');
    await tabTo(page, page.getByRole('button', { name: 'Refer to #1 array' }));
    await page.keyboard.press('Enter');
    await expect(page.getByText(/^\w+ refers to #1 array\.$/)).toBeVisible();
    const second = page.getByRole('combobox', { name: /^What \w+ refers to$/ }).nth(1);
    await tabTo(page, second, 'Shift+Tab');
    await page.keyboard.type('#1');
    await expect(second).toHaveValue('object d1');
    await page.keyboard.press('Control+z');
    await expect(second).toHaveValue('');
    await expect(page.getByRole('group', { name: '#1 array' })).toBeVisible();
  },
  order: async (page) => {
    const inside = page.getByRole('list', { name: 'Your program' }).getByRole('listitem');
    await tabTo(page, page.locator('[data-drop=pool] [data-handle]'));
    for (const press of ['Enter', 'Shift+Tab']) await page.keyboard.press(press);
    await expect(inside).toHaveCount(1);
    await tabTo(page, page.locator('[data-drop=pool] [data-handle]'));
    await page.keyboard.press('Enter');
    await expect(inside).toHaveCount(2);
    const moved = (await inside.nth(1).getAttribute('data-line')) ?? '';
    await page.keyboard.press('ArrowUp');
    await expect(inside.first()).toHaveAttribute('data-line', moved);
    await expect(page.getByText(/ is line 1 of 2\.$/)).toBeVisible();
    await expect(page.locator(`[data-line="${moved}"] [data-handle]`)).toBeFocused();
    await page.keyboard.press('Delete');
    await expect(inside).toHaveCount(1);
  },
  program: async (page) => {
    await tabTo(page, page.getByRole('textbox', { name: 'Your program, in Python' }));
    await page.keyboard.press('Control+a');
    await page.keyboard.type('import numpy as np\na = np.array([1, 2])\nb = = 3\n');
    await expect(page.getByRole('alert').filter({ hasText: 'invalid syntax' })).toBeVisible();
    await expect(page.locator('[data-goal=unknown]').first()).toBeVisible();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('import numpy as np\na = np.array([1, 2])\n');
    await expect(page.locator('[data-goal=met]').first()).toBeVisible();
    const see = page.getByRole('button', { name: /^See step/ }).first();
    await tabTo(page, see);
    await page.keyboard.press('Enter');
    await expect(page.locator('[data-kind=program] [data-narration]')).toBeVisible();
  },
};

for (const kind of Object.keys(exercises) as Kind[]) {
  test(`by keyboard: ${kind}`, async ({ page }, info) => {
    await signInAsStudentOf(page, info, 'kinds-keys', '/');
    await openExercise(page, kind);
    await ways[kind](page);
    await submitByKeys(page);
  });
}
