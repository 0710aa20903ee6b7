/**
 * Every page there is, in both themes: axe finds nothing, no page is wider than its window from 1920 pixels
 * down to 320, and nothing shifts while it loads. A page that is added and not visited here fails the last test.
 */
import type { Page } from '@playwright/test';
import { fragmentOf } from '../../app/_components/try/permalink';
import { signIn, signInAsStudentOf } from './accounts';
import { exercises, expectMarks } from './exercises';
import { expect, expectNoViolations, rulesOfLooks, test } from './fixtures';
import { isOf, lessons, modes, routes, units } from './routes';
import { shiftOf, watchShifts } from './shifts';

const height = 900;
/** The narrowest comes last: a picture that was fitted to a wide window must shrink again. */
const widths = [1920, 1440, 768, 390, 320];

/** Chromium's measure of layout shift; up to here it is called good. */
const shiftAllowed = 0.1;

/** Looks at the page that stands there: in one theme as wide as most see it, in the other as narrow as it gets. */
async function look(page: Page): Promise<void> {
  await expectNoViolations(page);
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  await page.setViewportSize({ width: 320, height });
  await expectNoViolations(page, rulesOfLooks);
  for (const width of widths) {
    await page.setViewportSize({ width, height });
    const over = () =>
      page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    await expect.poll(over, { message: `${page.url()} is wider than ${width}` }).toBe(0);
  }
}

/** Opens each address and looks at it. */
async function visit(page: Page, addresses: readonly string[]): Promise<void> {
  await watchShifts(page);
  for (const address of addresses) {
    await test.step(address, async () => {
      await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
      await page.setViewportSize({ width: 1440, height });
      await page.goto(address);
      await page.waitForLoadState('networkidle');
      expect(await shiftOf(page), `${address} shifts while it loads`).toBeLessThan(shiftAllowed);
      await look(page);
    });
  }
}

const open = [
  '/',
  '/lessons',
  '/exercises',
  '/playground',
  '/embed',
  `/embed${await fragmentOf({ program: 'a = [1, [2]]\nb = a\ndel a\n', step: 2 })}`,
  '/sign-in',
];
const ofLessons = lessons.map((lesson) => [
  `/lessons/${lesson}`,
  ...modes.map((mode) => `/lessons/${lesson}/${mode}${mode === 'quiz' ? '' : '?step=3'}`),
]);
const ofExercises = [...Object.values(exercises), ...units.map((unit) => `/exercises/${unit}/quiz`)];
/** Pages that are reached by answering, and those of a teacher: their addresses are made by the database. */
const ofAttempts = [
  '/lessons/[slug]/quiz/[attemptId]',
  '/exercises/[unit]/quiz/[attemptId]',
  '/exercises/[unit]/[exercise]/[attemptId]',
];
const ofTeachers = [
  '/teach',
  '/teach/[courseId]',
  '/teach/[courseId]/students/[userId]',
  '/teach/[courseId]/live',
  '/teach/[courseId]/live/answers',
  '/teach/[courseId]/analysis',
  '/teach/[courseId]/analysis/[exerciseId]',
];

/** Pages that hold what a person has done, or made: the specs of each area walk through them and look as well. */
const walkedThrough = [
  '/assignments',
  '/assignments/[courseId]/[assignmentId]',
  '/assignments/[courseId]/[assignmentId]/[attemptId]',
  '/practice',
  '/practice/question',
  '/review',
  '/teach/[courseId]/assignments',
  '/teach/[courseId]/assignments/new',
  '/teach/[courseId]/assignments/[assignmentId]',
  '/teach/[courseId]/exercises',
  '/teach/[courseId]/exercises/new',
  '/teach/[courseId]/exercises/import',
  '/teach/[courseId]/exercises/[exerciseId]',
  '/teach/[courseId]/quizzes',
  '/teach/[courseId]/quizzes/new',
  '/teach/[courseId]/quizzes/[quizId]',
  '/quizzes/[courseId]/[quizId]',
  '/quizzes/[courseId]/[quizId]/[attemptId]',
  '/account',
  '/courses',
  '/join',
  '/join/[code]',
  '/sign-up',
  '/teach/[courseId]/people',
  '/teach/[courseId]/people/import',
  '/teach/[courseId]/settings',
  '/teach/[courseId]/audit',
  '/teach/[courseId]/gradebook',
  '/teach/[courseId]/gradebook/[userId]/[assignmentId]',
  '/teach/[courseId]/regrade',
  '/teach/[courseId]/regrade/[exerciseId]',
];

test.describe.configure({ timeout: 300_000 });

test('no page is left out', () => {
  const addresses = [
    ...open,
    ...ofLessons.flat(),
    ...ofExercises,
    ...ofAttempts,
    ...ofTeachers,
    ...walkedThrough,
  ];
  const missing = routes.filter((route) => !addresses.some((address) => isOf(route, address)));
  expect(missing, 'visit them in this file').toEqual([]);
});

test('pages that are open to everybody', ({ page }) => visit(page, open));

for (const [i, lesson] of lessons.entries())
  test(`the lesson ${lesson} in every mode`, ({ page }) => visit(page, ofLessons[i] ?? []));

test('exercises and quizzes of units, before they are begun', ({ page }) => visit(page, ofExercises));

test('attempts with their marks', async ({ page }, info) => {
  const begun = [`/lessons/${lessons[0]}/quiz`, `/exercises/${units[0]}/quiz`, exercises.choice];
  await signInAsStudentOf(page, info, 'pages', '/');
  const marked: string[] = [];
  for (const address of begun) {
    await page.goto(address);
    await page.getByRole('button', { name: /^Start / }).click();
    await page.getByRole('button', { name: 'Submit answers' }).click();
    await page.getByRole('button', { name: 'Submit anyway' }).click();
    await expectMarks(page);
    marked.push(page.url());
  }
  expect(ofAttempts.every((route) => marked.some((address) => isOf(route, address)))).toBe(true);
  await visit(page, [...marked, ...begun, '/', '/exercises']);
});

test('pages of a teacher', async ({ page }) => {
  await signIn(page, 'teacher', '/teach');
  const main = page.getByRole('main');
  await main.getByRole('link', { name: 'Demo course' }).click();
  await main.getByRole('table').waitFor();
  const course = page.url();
  // Two attempts at one quiz: what is on the page twice must be told apart.
  await main.getByRole('link', { name: 'Bela (demo)' }).click();
  await page.waitForURL('**/students/**');
  const addresses = ['/teach', course, page.url()];
  await page.goto(`${course}/live?quiz=${lessons[1] ?? ''}`);
  await main.getByRole('table').waitFor();
  addresses.push(page.url());
  await main.getByRole('link', { name: /^Answers to a/ }).click();
  await page.waitForURL('**/live/answers**');
  addresses.push(page.url());
  addresses.push(`${course}/analysis`);
  // A table with its heat map and an opened cell, and a choice with its options.
  for (const title of ['Two names, one array', 'If B were not deleted']) {
    await page.goto(`${course}/analysis`);
    await main.getByRole('link', { name: title }).click();
    await page.waitForURL('**/analysis/*');
    addresses.push(page.url());
  }
  addresses.push(`${addresses.at(-2)}?part=2.3#part`);
  expect(ofTeachers.every((route) => addresses.some((address) => isOf(route, address)))).toBe(true);
  await visit(page, addresses);
});

test('a page that is not there', async ({ page, complaints }) => {
  await visit(page, ['/there-is-no-such-page']);
  // The browser itself notes the status.
  expect(complaints.splice(0).every((complaint) => complaint.includes('404'))).toBe(true);
});
