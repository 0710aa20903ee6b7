import type { Page, TestInfo } from '@playwright/test';
import { emailOf, password } from './accounts-of-tests';
import { expect } from './fixtures';

/** The accounts of the demo course, as the start of the app prints them. */
export const accounts = {
  student: { email: 'student@demo.lastref', password: 'demo-lastref' },
  teacher: { email: 'teacher@demo.lastref', password: 'demo-lastref' },
} as const;

/** Signs in as the student who belongs to one spec of one project alone. */
export async function signInAsStudentOf(
  page: Page,
  info: TestInfo,
  spec: Parameters<typeof emailOf>[1],
  target: string,
): Promise<void> {
  await signInWith(page, { email: emailOf(info.project.name, spec), password }, target);
}

export const lesson = '/lessons/garbage-collection-and-array-references';

/** Signs in through the form and ends at `target`. */
export async function signIn(page: Page, who: keyof typeof accounts, target = '/'): Promise<void> {
  await signInWith(page, accounts[who], target);
}

async function signInWith(
  page: Page,
  account: { email: string; password: string },
  target: string,
): Promise<void> {
  await page.goto(`/sign-in?callbackUrl=${encodeURIComponent(target)}`);
  await page.getByLabel('Email address').fill(account.email);
  await page.getByLabel('Password').fill(account.password);
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL(`**${target}`);
  await expect(page.getByRole('button', { name: /^Account of/ })).toBeVisible();
}

export async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Account of/ }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('banner').getByRole('link', { name: 'Sign in' })).toBeVisible();
}
