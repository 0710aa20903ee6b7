/**
 * From an account to a class: somebody signs up, makes a course and invites; somebody else joins by the link, is put
 * into a section, removed and put back; a roster is imported. The pages on the way are looked at as others are.
 */
import type { Page } from '@playwright/test';
import { expect, expectNoViolations, rulesOfLooks, test } from './fixtures';

const password = 'a few words for tests';

async function signUp(page: Page, name: string, target: string): Promise<void> {
  await page.getByLabel('Name').fill(name);
  await page.getByLabel('Email address').fill(`${name.replaceAll(' ', '.')}@people.tests.lastref`);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('main').getByRole('button', { name: 'Make an account' }).click();
  await page.waitForURL(`**${target}`);
}

/** In the light as wide as most see it, and in the dark as narrow as it gets. */
async function look(page: Page): Promise<void> {
  await expectNoViolations(page);
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  for (const width of [1920, 320]) {
    await page.setViewportSize({ width, height: 900 });
    const over = () =>
      page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    await expect.poll(over, { message: `${page.url()} is wider than ${width}` }).toBe(0);
  }
  await expectNoViolations(page, rulesOfLooks);
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await page.setViewportSize({ width: 1440, height: 900 });
}

test('a course from its first minute: signed up, made, joined, moved, removed, put back', async ({
  page,
  browser,
}) => {
  test.setTimeout(240_000);
  const main = page.getByRole('main');
  await page.goto('/sign-up?callbackUrl=https%3A%2F%2Felsewhere.example');
  await look(page);
  // An account without a course begins with one; nobody is led to another site.
  await signUp(page, 'Grace Teacher', '/courses');
  await expect(main.getByRole('heading', { level: 1 })).toHaveText('You are in no course yet');
  await look(page);
  await main.getByLabel('Name of the course').fill('Views <b>1</b>');
  await main.getByLabel('Time zone').fill('Nowhere/Land');
  await main.getByRole('button', { name: 'Make a course' }).click();
  await expect(main.getByText('This is no time zone')).toBeVisible();
  await main.getByLabel('Time zone').fill('Europe/Berlin');
  await main.getByRole('button', { name: 'Make a course' }).click();
  await page.waitForURL('**/settings');

  await main.getByLabel('Name of the section').fill('Monday');
  await main.getByRole('button', { name: 'Add a section' }).click();
  await expect(main.getByRole('button', { name: 'Rename the section Monday' })).toBeVisible();
  await main.getByRole('button', { name: 'Make an invitation' }).click();
  const code = (await main.locator('code').textContent()) ?? '';
  await look(page);

  const other = await browser.newContext();
  const student = await other.newPage();
  await student.goto(`/join/${code}`);
  await expect(student.getByRole('heading', { level: 1 })).toHaveText('Join Views <b>1</b>');
  await look(student);
  await student.getByRole('link', { name: 'Make an account' }).click();
  await signUp(student, 'Ada Student', `/join/${code.replace('-', '')}`);
  await student.getByRole('button', { name: 'Join the course' }).click();
  await student.waitForURL('**/courses');
  await expect(student.getByRole('main').getByText('Views <b>1</b>', { exact: true })).toBeVisible();

  await page
    .getByRole('navigation', { name: 'Pages of the class' })
    .getByRole('link', { name: 'People' })
    .click();
  await page.waitForURL('**/people');
  const ada = main.getByRole('row').filter({ hasText: 'Ada Student' });
  await main.getByRole('button', { name: 'Change Ada Student' }).click();
  const dialog = page.getByRole('dialog', { name: 'Change Ada Student' });
  await dialog.getByLabel('Section').selectOption('Monday');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(ada.getByRole('cell', { name: 'Monday' })).toBeVisible();
  await look(page);
  await main.getByRole('button', { name: 'Change Ada Student' }).click();
  await dialog.getByRole('button', { name: 'Remove from the course' }).click();
  await expect(main.getByText('Ada Student was removed. Their work stays.')).toBeVisible();
  await expect(ada).toHaveCount(0);
  await student.reload();
  await expect(student.getByRole('heading', { level: 1 })).toHaveText('You are in no course yet');
  await main.getByRole('button', { name: 'Put back' }).click();
  await expect(ada.getByRole('cell', { name: 'Monday' })).toBeVisible();
  await student.reload();
  await expect(student.getByRole('main').getByText('Views <b>1</b>', { exact: true })).toBeVisible();

  await main.getByRole('link', { name: 'Import a roster' }).click();
  await main.getByLabel('Choose a CSV file').setInputFiles({
    name: 'roster.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(
      '\ufeffName;Email;Section;Student ID\nAda Student;ada.student@people.tests.lastref;Friday;1\n"Bela, B";bela@people.tests.lastref;Monday;2\n;nobody@people.tests.lastref;;\n',
    ),
  });
  await expect(main.getByText('1 new, 1 matched, 0 ambiguous, 1 bad.')).toBeVisible();
  await look(page);
  await main.getByLabel('Leave out 1 row that is ambiguous or bad').check();
  await main.getByRole('button', { name: 'Import 2 rows' }).click();
  await expect(main.getByText('Imported: 1 place kept, 1 changed, 0 unchanged, 1 left out.')).toBeVisible();
  await main.getByRole('link', { name: 'All people' }).click();
  await main.getByLabel('Show').selectOption({ label: 'places kept (1)' });
  await main.getByRole('button', { name: 'Find' }).click();
  await expect(main.getByRole('rowheader', { name: 'Bela, B' })).toBeVisible();

  // In two courses: what she answers in the catalogue counts in the one she chooses, here the one she owns.
  await student.getByLabel('Name of the course').fill('Her own');
  await student.getByRole('button', { name: 'Make a course' }).click();
  await student.waitForURL('**/settings');
  await student.goto('/');
  const choice = student.getByLabel('Lessons and exercises count in');
  await expect(choice.locator('option:checked')).toHaveText('Views <b>1</b>');
  await choice.selectOption('Her own');
  await expect
    .poll(async () => (await other.cookies()).some(({ name, httpOnly }) => name === 'course' && httpOnly))
    .toBe(true);
  await student.reload();
  await expect(choice.locator('option:checked')).toHaveText('Her own');
  await look(student);

  await student.goto('/courses');
  await student.getByRole('button', { name: 'Leave: Views <b>1</b>' }).click();
  await student.getByRole('dialog').getByRole('button', { name: 'Leave' }).click();
  await expect(student.getByRole('main').getByText('Views <b>1</b>', { exact: true })).toHaveCount(0);
  await other.close();
});

test('a code that leads nowhere, and one that is typed', async ({ page }) => {
  await page.goto('/join');
  await look(page);
  await page.getByLabel('Code').fill('none-such');
  await page.getByRole('button', { name: 'Look it up' }).click();
  await page.waitForURL('**/join/NONESUCH');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This code leads to no course');
});
