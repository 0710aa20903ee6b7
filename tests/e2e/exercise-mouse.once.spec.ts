/** Kinds of exercises by mouse and touch; what is sent back; the connection that is lost. */
import type { Page } from '@playwright/test';
import { signInAsStudentOf } from './accounts';
import { exercises, expectMarks, openExercise } from './exercises';
import { expect, test } from './fixtures';

const submit = (page: Page) => page.getByRole('button', { name: 'Submit answers' }).click();

/** Drags from the middle of one box to a place in another, with a stop on the way. */
async function drag(page: Page, from: string, to: string): Promise<void> {
  const [start, end] = [
    await page.locator(from).first().boundingBox(),
    await page.locator(to).first().boundingBox(),
  ];
  if (!start || !end) throw new Error('there is nothing to drag');
  await page.mouse.move(start.x + 20, start.y + start.height / 2);
  await page.mouse.down();
  await page.mouse.move(start.x + 40, start.y + start.height / 2 + 12);
  await page.mouse.move(end.x + 40, end.y + 6, { steps: 4 });
  await page.mouse.up();
}

test('lines are dragged into the program, and out of it again', async ({ page }, info) => {
  await signInAsStudentOf(page, info, 'kinds-mouse', '/');
  await openExercise(page, 'order');
  const inside = page.locator('[data-drop=program] [data-line]');
  await drag(page, '[data-drop=pool] [data-handle]', '[data-drop=program]');
  await expect(inside).toHaveCount(1);
  const first = (await inside.first().getAttribute('data-line')) ?? '';
  await drag(page, '[data-drop=pool] [data-handle]', '[data-drop=program]');
  await expect(inside).toHaveCount(2);
  await expect(inside.nth(1)).toHaveAttribute('data-line', first);
  await drag(page, '[data-drop=program] [data-handle]', '[data-drop=pool]');
  await expect(inside).toHaveCount(1);
  await page
    .getByRole('button', { name: /^Put in: / })
    .first()
    .click();
  await page
    .getByRole('button', { name: /^Move up: / })
    .last()
    .click();
  await expect(inside.nth(1)).toHaveAttribute('data-line', first);
  await submit(page);
  await expectMarks(page);
});

test('a drawing by mouse: objects, arrows dragged and pressed, a base, a shared buffer', async ({
  page,
}, info) => {
  await signInAsStudentOf(page, info, 'kinds-mouse', '/');
  await openExercise(page, 'memory-diagram');
  const add = page.getByRole('button', { name: 'array', exact: true });
  await add.click();
  await add.click();
  const names = page.getByRole('button', { name: /^Connect / });
  const targets = page.getByRole('combobox', { name: /^What \w+ refers to$/ });
  await drag(page, 'button[data-from^="name."]', '[data-drawn=d1]');
  await expect(targets.first()).toHaveValue('object d1');
  await names.nth(1).click();
  await page.getByRole('button', { name: 'Refer to #2 array' }).click();
  await expect(targets.nth(1)).toHaveValue('object d2');
  await page.getByRole('combobox', { name: 'Base of #2 array' }).selectOption({ label: '#1 array' });
  await page
    .getByRole('combobox', { name: 'Buffer of #2 array' })
    .selectOption({ label: 'shared with #1 array' });
  // Three references, three arrows, each in the hue of the object that it leads to.
  await expect(page.locator('svg path.o1, svg path.o2').filter({ visible: true })).toHaveCount(3);
  await page.getByText('Your drawing in words').click();
  await expect(page.getByRole('listitem').filter({ hasText: /^#2 array: / })).toHaveText(
    '#2 array: base: #1 array; shared with #1 array',
  );
  await submit(page);
  await page.getByRole('button', { name: 'Submit anyway' }).click();
  await expectMarks(page);
});

test('a block from a spreadsheet fills cells, and is undone as one', async ({ page, context }, info) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await signInAsStudentOf(page, info, 'kinds-mouse', '/');
  await openExercise(page, 'trace-table');
  await page.evaluate(() => navigator.clipboard.writeText('1 2 3\tdeleted\t1\tno\n1 2 3\t[1,2,3]\t2\tN'));
  await page.getByRole('textbox', { name: 'array A, step 1' }).click();
  await page.keyboard.press('Control+v');
  await expect(page.getByText('8 cells filled.')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'array B, step 2' })).toHaveValue('[1, 2, 3]');
  await expect(page.getByRole('textbox', { name: 'array B, step 1' })).toHaveValue('not defined');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('textbox', { name: 'array B, step 2' })).toHaveValue('');
});

test('what cannot be read is sent back to its place, and nothing is lost', async ({ page }, info) => {
  await signInAsStudentOf(page, info, 'kinds-mouse', '/');
  await openExercise(page, 'program');
  const editor = page.getByRole('textbox', { name: 'Your program, in Python' });
  await editor.fill('import os\nx = 1\n');
  await submit(page);
  await expect(page.locator('[data-refused]')).toBeFocused();
  await expect(editor).toContainText('import os');
  await expect(page).toHaveURL(new RegExp(`${exercises.program}$`));
  await editor.fill('x = 1\n');
  await expect(page.locator('[data-refused]')).toHaveCount(0);
  await submit(page);
  await expectMarks(page);
  await page.getByRole('button', { name: 'Try a fresh variant' }).click();
  await expect(page.locator('[data-attempt]')).toBeFocused();
  await expect(page.getByText('Attempt 2').first()).toBeVisible();
});

test('without a connection the draft stays on this device, over a reload, and is sent afterwards', async ({
  page,
  context,
  complaints,
}, info) => {
  await signInAsStudentOf(page, info, 'offline', '/');
  await openExercise(page, 'output');
  const line = (n: number) => page.getByRole('textbox', { name: `printed line ${n}` });
  await line(1).fill('first');
  await expect(page.getByText(/^Draft saved/)).toBeVisible();
  await context.setOffline(true);
  await line(2).fill('second');
  await expect(page.getByText('Offline: kept on this device, will be sent.')).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByText(/^Draft saved/)).toBeVisible();

  // The page goes before there is a connection again: what it kept is there when it is opened next.
  await context.setOffline(true);
  await line(3).fill('third');
  await expect(page.getByText('Offline: kept on this device, will be sent.')).toBeVisible();
  await page.evaluate(() => window.stop());
  await page.goto('about:blank');
  await context.setOffline(false);
  await page.goto(exercises.output);
  await expect(line(3)).toHaveValue('third');
  await expect(line(2)).toHaveValue('second');
  await expect(page.getByText(/^Draft saved/)).toBeVisible();
  const kept = () =>
    page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('lastref:draft')));
  await expect.poll(kept).toEqual([]);
  complaints.splice(
    0,
    complaints.length,
    ...complaints.filter((one) => !one.includes('ERR_INTERNET_DISCONNECTED')),
  );
});

test('a session that ends keeps the draft, says what to do, and leads back to it', async ({
  page,
  context,
}, info) => {
  await signInAsStudentOf(page, info, 'offline', '/');
  await openExercise(page, 'collection');
  await context.clearCookies();
  const step = page.getByRole('combobox').first();
  await step.selectOption({ index: 2 });
  const chosen = await step.inputValue();
  await expect(page.getByText('Signed out: kept on this device.')).toBeVisible();
  await page.getByRole('button', { name: 'Submit answers' }).click();
  await page.getByRole('button', { name: 'Submit anyway' }).click();
  const told = page.getByRole('alert').filter({ hasText: 'You are signed out.' });
  await told.getByRole('link', { name: 'Sign in again' }).click();
  await signInAsStudentOf(page, info, 'offline', exercises.collection);
  await expect(page.getByRole('combobox').first()).toHaveValue(chosen);
  await expect(page.getByText(/^Draft saved/)).toBeVisible();
});

test('wrong answers that fit a belief are told it, with what shows that it is not so', async ({
  page,
  context,
}, info) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await signInAsStudentOf(page, info, 'offline', '/');
  await openExercise(page, 'trace-table');
  // What happens if `B = A` makes a copy.
  const believed = [
    ['1 2 3', '-', '1', 'no'],
    ['1 2 3', '1 2 3', '1', 'no'],
    ['1 2 3', '10 2 3', '1', 'no'],
    ['-', '10 2 3', '0', 'yes'],
    ['-', '-', '0', 'yes'],
  ];
  const block = believed.map((row) => row.join('\t')).join('\n');
  await page.evaluate((text) => navigator.clipboard.writeText(text), block);
  await page.getByRole('textbox', { name: 'array A, step 1' }).click();
  await page.keyboard.press('Control+v');
  await expect(page.getByText('20 of 20 filled')).toBeVisible();
  await submit(page);
  await expectMarks(page);
  await expect(page.locator('[data-cell-id="2.count"] [data-state]')).toHaveAttribute('data-state', 'wrong');
  await expect(page.locator('[data-state=consistent]')).toHaveCount(4);
  const idea = page.getByRole('group', { name: 'The idea behind the answers' });
  await expect(idea.locator('[data-misconception]')).toHaveAttribute(
    'data-misconception',
    'AssignmentCopiesObject',
  );
  // What was believed and what is, side by side, in words too.
  const pictures = idea.getByRole('figure');
  await expect(pictures.filter({ hasText: 'If it were so, step 2' })).toContainText('B refers to #2.');
  await expect(pictures.filter({ hasText: 'In Python, step 2' })).toContainText('#1 array: count 2.');
  await idea.getByRole('button', { name: 'See what really happens at step 2' }).click();
  const stage = page.getByRole('dialog', { name: 'What Python does at step 2' });
  await expect(stage.locator('[data-narration="2"]')).toBeVisible();
  await expect(stage.locator('dl', { hasText: 'Answered' })).toContainText('step 2, reference count');
  await page.keyboard.press('Escape');
  await idea.getByRole('button', { name: 'That is not what I was thinking' }).click();
  await expect(idea.getByText('You said that this was not what you were thinking.')).toBeFocused();
});
