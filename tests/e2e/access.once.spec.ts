/** What a screen reader is told: the stage and the trace table by names, roles and states, and where the focus goes. */
import type { Page } from '@playwright/test';
import { lesson, signInAsStudentOf } from './accounts';
import { expect, test } from './fixtures';

const stageOf = (page: Page) => page.locator('[data-stage]');

test('the stage at an alias: one array, two names, and the count that says so', async ({ page }) => {
  await page.goto(`${lesson}/watch?step=2`);
  await expect(stageOf(page)).toHaveCount(1);
  await expect(page.getByRole('region', { name: 'Memory' })).toMatchAriaSnapshot(`
    - 'group "Memory after step 2: B = A makes no copy. The name B now refers to the same array as A."':
      - text: Names Objects Buffer A B
      - article "#1 array":
        - text: "#1 array 1 2 3"
        - term: shape
        - definition: (3,)
        - term: dtype
        - definition: int64
        - text: held by A and B
        - 'button "#1: reference count went from 1 to 2, why" [expanded=false]'
    - table "Objects after step 2":
      - rowgroup:
        - row "Object Value Reference count Held by State":
          - columnheader "Object"
          - columnheader "Value"
          - columnheader "Reference count"
          - columnheader "Held by"
          - columnheader "State"
      - rowgroup:
        - row:
          - rowheader "#1 array"
          - cell "[1, 2, 3]"
          - cell "1 → 2"
          - cell "name A, name B"
          - cell "in memory"
  `);
  await expect(page.getByRole('slider', { name: 'Step' })).toHaveAttribute(
    'aria-valuetext',
    /^step 2, B = A: /,
  );
});

test('the stage at a cycle: what waits for the collector, and what was freed by its count', async ({
  page,
}) => {
  await page.goto('/lessons/the-cyclic-collector/watch?step=7');
  await expect(stageOf(page)).toHaveCount(1);
  await expect(stageOf(page)).toMatchAriaSnapshot(`
    - group /^Memory after step 7/:
      - article "#1 list":
        - term: "[0]"
        - definition: "1"
        - term: "[1]"
        - definition: "#2"
        - text: waits for the collector
        - 'button "#1: reference count 1, why"'
      - article "#2 list":
        - term: "[0]"
        - definition: "2"
        - term: "[1]"
        - definition: "#1"
        - text: waits for the collector
        - 'button "#2: reference count went from 2 to 1, why"'
      - article "#3 list. Freed at step 5":
        - paragraph: Freed at step 5 last reference gone
        - text: held by nothing
        - 'button "#3: reference count 0, why"'
  `);
});

test('the trace table while it is filled and with its marks; the focus is never lost', async ({
  page,
  complaints,
}, info) => {
  await signInAsStudentOf(page, info, 'access', `${lesson}/quiz`);
  await page.getByRole('button', { name: 'Start the quiz' }).click();
  const cell = (name: string) => page.getByRole('textbox', { name });
  await cell('array A, step 1').fill('1 2 3');
  await cell('array A, step 2').fill('[10, 2');
  await cell('array B, step 2').focus();
  await page.getByRole('radio', { name: 'Yes' }).first().click();
  await expect(page.getByRole('grid', { name: 'Two names, one array' })).toMatchAriaSnapshot(`
    - row:
      - columnheader "Program"
      - columnheader "array A"
      - columnheader "array B"
      - columnheader /reference count/
      - columnheader /garbage collected/
    - row:
      - 'rowheader "1 A = np.array([1, 2, 3])"'
      - gridcell:
        - textbox "array A, step 1": "[1, 2, 3]"
      - gridcell:
        - textbox "array B, step 1"
      - gridcell:
        - textbox "reference count, step 1"
      - gridcell:
        - radiogroup "garbage collected, step 1":
          - radio "Yes" [checked]
          - radio "No" [checked=false]
    - row:
      - rowheader "2 B = A"
      - gridcell:
        - textbox "array A, step 2" [invalid]: "[10, 2"
        - text: /Write a value as Python does/
  `);

  const submit = page.getByRole('button', { name: 'Submit answers' });
  await submit.press('Enter');
  const asked = page.getByRole('dialog', { name: 'Submit with empty cells?' });
  await expect(asked).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(submit).toBeFocused();
  // Sent back: the work goes on at the cell that cannot be read.
  await submit.press('Enter');
  await asked.getByRole('button', { name: 'Submit anyway' }).press('Enter');
  await expect(cell('array A, step 2')).toBeFocused();
  await cell('array A, step 2').fill('[1]');
  // Nobody answers: the button keeps the focus, to be pressed again.
  await page.route('**/quiz', (route) =>
    route.request().method() === 'POST' ? route.abort() : route.continue(),
  );
  await submit.press('Enter');
  await asked.getByRole('button', { name: 'Submit anyway' }).press('Enter');
  await expect(page.getByRole('alert').filter({ hasText: /./ })).toBeVisible();
  await expect(submit).toBeFocused();
  await page.unroute('**/quiz');
  // The draft is sent to the same address as the submission: either may have met the closed line first.
  const lost = complaints.splice(0);
  expect(lost.length).toBeGreaterThan(0);
  for (const complaint of lost) expect(complaint).toMatch(/net::ERR_FAILED .*\/quiz$/);
  await submit.press('Enter');
  await asked.getByRole('button', { name: 'Submit anyway' }).press('Enter');
  await expect(page.getByRole('heading', { name: 'Attempt 1: your marks' })).toBeFocused();
  await expect(page.getByRole('table', { name: 'Two names, one array' })).toMatchAriaSnapshot(`
    - row:
      - 'rowheader "1 A = np.array([1, 2, 3])"'
      - cell /^\\[1, 2, 3\\] right,/
      - cell /^empty,/
      - cell /^empty,/
      - cell /^Yes wrong,/
    - row:
      - rowheader "2 B = A"
      - cell /^\\[1\\] wrong,/
  `);
});
