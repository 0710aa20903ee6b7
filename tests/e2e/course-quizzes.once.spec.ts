/** A quiz that a teacher makes, from an empty list to the marks of a student, and out of sight again. */
import { signIn, signInAsStudentOf } from './accounts';
import { expectMarks } from './exercises';
import { expect, expectNoViolations, rulesOfLooks, test } from './fixtures';

test('a teacher makes a quiz, puts it in order by keyboard, a student answers it, and it is retired and brought back', async ({
  page,
}, info) => {
  test.slow();
  const main = page.getByRole('main');
  /** In the dark on a phone as well. */
  const look = async () => {
    await expectNoViolations(page);
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    await page.setViewportSize({ width: 320, height: 800 });
    await expectNoViolations(page, rulesOfLooks);
    const over = () =>
      page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    await expect.poll(over).toBe(0);
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    await page.setViewportSize({ width: 1440, height: 900 });
  };
  await signIn(page, 'teacher', '/teach');
  await main.getByRole('link', { name: 'Demo course' }).click();
  await main.getByRole('link', { name: 'Quizzes' }).click();
  await expect(main.getByRole('heading', { level: 1, name: 'No quiz of this course yet' })).toBeVisible();
  await look();
  await main.getByRole('link', { name: 'New quiz' }).click();

  // What is missing is told at its field.
  await main.getByRole('button', { name: 'Save' }).click();
  await expect(main.getByText('Give it a title.')).toBeVisible();
  await expect(main.getByText('Add an exercise.')).toBeVisible();
  await expect(main.getByLabel('Title', { exact: true })).toBeFocused();
  await main.getByLabel('Title', { exact: true }).fill('Before the exam');

  // Found by words and by what they are; added, moved by the keyboard, and worth what the teacher says.
  await main.getByLabel('Unit').selectOption({ label: 'Copies' });
  await main.getByLabel('Kind').selectOption({ label: 'Choice' });
  await expect(main.getByRole('button', { name: 'Add If the copied list were kept' })).toBeVisible();
  await expect(main.getByRole('button', { name: 'Add Which names show the change' })).toHaveCount(0);
  await main.getByRole('button', { name: 'Add If the copied list were kept' }).click();
  await main.getByLabel('Unit').selectOption('all');
  await main.getByLabel('Search in titles and concepts').fill('SHOW names');
  const add = main.getByRole('button', { name: 'Add Which names show the change' });
  await add.focus();
  await page.keyboard.press('Enter');
  await expect(
    main.getByRole('button', { name: 'Which names show the change is in the quiz.' }),
  ).toBeFocused();
  const inIt = main.getByRole('region', { name: 'In the quiz' }).getByRole('listitem');
  await expect(inIt).toContainText(['If the copied list were kept', 'Which names show the change']);
  await main.getByLabel('Points for Which names show the change').fill('2.5');
  await page.keyboard.press('Alt+ArrowUp');
  await expect(inIt).toContainText(['Which names show the change', 'If the copied list were kept']);
  await expect(main.getByLabel('Points for Which names show the change')).toBeFocused();
  await look();
  await main.getByRole('button', { name: 'Save' }).click();
  await expect(main.getByRole('heading', { level: 1, name: 'Before the exam' })).toBeVisible();
  const teachers = new URL(page.url()).pathname;

  await page.context().clearCookies();
  await signInAsStudentOf(page, info, 'course-quiz', '/exercises');
  await main.getByRole('link', { name: 'Before the exam' }).click();
  await expect(main.getByRole('heading', { level: 1, name: 'Before the exam' })).toBeVisible();
  await expect(main.getByText('2 exercises, 12.5 points')).toBeVisible();
  const students = new URL(page.url()).pathname;
  await main.getByRole('button', { name: /^Start / }).click();
  await main.getByRole('radio').first().check();
  await main.getByRole('button', { name: 'Submit answers' }).click();
  await page.getByRole('button', { name: 'Submit anyway' }).click();
  await expectMarks(page);
  await main.getByRole('link', { name: 'Back to the quiz' }).first().click();
  await look();

  await page.context().clearCookies();
  await signIn(page, 'teacher', teachers);
  await main.getByRole('button', { name: 'Offer no longer' }).click();
  await expect(main.getByText('not offered', { exact: true })).toBeVisible();
  await main.getByRole('button', { name: 'Undo' }).click();
  await expect(main.getByText('not offered', { exact: true })).toHaveCount(0);
  await main.getByRole('button', { name: 'Offer no longer' }).click();
  await expect(main.getByText('not offered', { exact: true })).toBeVisible();

  await page.context().clearCookies();
  await signInAsStudentOf(page, info, 'course-quiz', students);
  await expect(main.getByText('This quiz is not offered any more')).toBeVisible();
  await expect(main.getByRole('link', { name: 'Attempt 1' })).toBeVisible();
});
