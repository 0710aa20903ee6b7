import { accounts, signIn, signInAsStudentOf } from './accounts';
import { expect, expectNoViolations, test } from './fixtures';

test("the teacher sees each student by each question, and opens one student's answers", async ({ page }) => {
  // More than forty students by more than thirty questions: to look at each cell takes its time.
  test.slow();
  await signIn(page, 'teacher', '/teach');
  await expectNoViolations(page);
  await page.getByRole('main').getByRole('link', { name: 'Demo course' }).click();
  const table = page.getByRole('table');
  const heads = table.locator('thead').getByRole('row');
  await expect(heads).toHaveCount(2);
  const [sums, titles] = await Promise.all(
    [heads.first(), heads.last()].map((row) => row.getByRole('columnheader').allInnerTexts()),
  );
  expect(sums?.slice(0, 4)).toEqual(['Student', 'Total', 'Attempts', 'Last activity']);
  // Each lesson's quiz heads its own questions, and so does each unit's that somebody has begun.
  const quizzes = sums?.slice(4) ?? [];
  expect(quizzes.filter((title) => title.startsWith('Quiz on '))).toHaveLength(6);
  const questions = titles ?? [];
  expect(questions.filter((title) => /^a\b/.test(title))).toHaveLength(quizzes.length);
  const column = questions.findIndex((title) => title.includes('Two names, one array'));
  const ada = table.getByRole('row').filter({ hasText: 'Ada (demo)' });
  // The name of the student heads the row; the sums are its first three cells.
  await expect(ada.getByRole('cell').nth(3 + column)).toHaveText('10 / 10');
  await expect(table.getByRole('row').filter({ hasText: 'Hana (demo)' }).getByRole('cell').nth(2)).toHaveText(
    'not yet',
  );
  const wider = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  expect(wider, 'the page is no wider than the window').toBe(false);
  await expectNoViolations(page);
  await ada.getByRole('link', { name: 'Ada (demo)' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Answers of Ada (demo)');
  await expect(page.getByText('23 answers right')).toBeVisible();
  await expectNoViolations(page);
});

test('a student gets the page that is not there', async ({ page, complaints }, info) => {
  await signIn(page, 'teacher', '/teach');
  const address = await page
    .getByRole('main')
    .getByRole('link', { name: 'Demo course' })
    .getAttribute('href');
  await page.context().clearCookies();
  await signInAsStudentOf(page, info, 'marks', '/');
  await expect(page.getByRole('link', { name: 'Classes' })).toHaveCount(0);
  const answer = await page.goto(address ?? '');
  expect(answer?.status()).toBe(404);
  await expect.poll(() => complaints.length).toBe(1);
  expect(complaints.splice(0)[0]).toContain('404');
});

test('a wrong password is told plainly, and so is a missing one', async ({ page }) => {
  await page.goto('/sign-in');
  await expectNoViolations(page);
  const main = page.getByRole('main');
  // Sent before the page works, a form without a method puts the password into the address.
  await expect(main.locator('form')).toHaveAttribute('method', 'post');
  await main.getByLabel('Email address').fill(accounts.student.email);
  await main.getByRole('button', { name: 'Sign in' }).click();
  await expect(main.getByText('Enter your password.')).toBeVisible();
  await expect(main.getByLabel('Password')).toBeFocused();
});
