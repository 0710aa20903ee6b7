/**
 * The server is lost in the middle of the work, as by a power cut: while somebody types, while a submission is being
 * written, and after it was written but before anybody was told. Nothing of it is lost, and nothing is there twice.
 */
import type { Page } from '@playwright/test';
import type pg from 'pg';
import { env } from '../../lib/common/env';
import { withConnection } from '../../lib/db/connection';
import { makeTemporaryFolder, removeTemporaryFolder } from '../helpers/temporary-folder';
import { signInAsStudentOf } from './accounts';
import { expectMarks, openExercise } from './exercises';
import { expect, test } from './fixtures';
import { type LaunchedApp, launchApp } from './launch-app';

let folder: string;
let app: LaunchedApp;

test.describe.configure({ timeout: 300_000 });
test.beforeAll(async () => {
  folder = await makeTemporaryFolder();
  app = await launchApp(folder, env().E2E_DATABASE_URL);
});
test.afterAll(async () => {
  await app.stop();
  await removeTemporaryFolder(folder);
});

/** The same server again, where the browser looks for it. */
async function startAgain(): Promise<void> {
  app = await launchApp(folder, env().E2E_DATABASE_URL, new URL(app.address).port);
}

const inDatabase = <T>(work: (client: pg.Client) => Promise<T>): Promise<T> =>
  withConnection(env().E2E_DATABASE_URL ?? '', work);

async function submissionsOf(attemptId: string): Promise<{ submissions: number; answers: number }> {
  return inDatabase(async (client) => {
    const { rows } = await client.query(
      `SELECT count(DISTINCT s.id)::int AS submissions, count(a.id)::int AS answers
       FROM "Submission" s LEFT JOIN "Answer" a ON a."submissionId" = s.id WHERE s."attemptId" = $1`,
      [attemptId],
    );
    return rows[0];
  });
}

/** Holds the row of an attempt while `work` is done; it is given what waits until somebody waits for the row. */
async function holding(attemptId: string, work: (someoneWaits: () => Promise<void>) => Promise<void>) {
  await inDatabase(async (client) => {
    await client.query('BEGIN');
    await client.query('SELECT 1 FROM "Attempt" WHERE id = $1 FOR UPDATE', [attemptId]);
    const waiting = async () => {
      const { rows } = await client.query(
        'SELECT 1 FROM pg_locks WHERE NOT granted AND pg_backend_pid() = ANY (pg_blocking_pids(pid))',
      );
      return rows.length;
    };
    await work(() => expect.poll(waiting).toBeGreaterThan(0));
    await client.query('ROLLBACK');
  });
}

async function submitAnyway(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Submit answers' }).click();
  const anyway = page.getByRole('button', { name: 'Submit anyway' });
  await anyway.click();
}

test('a server that is killed loses no draft and no submission, and nothing is stored twice', async ({
  browser,
}, info) => {
  const context = await browser.newContext({ baseURL: app.address });
  const page = await context.newPage();
  await signInAsStudentOf(page, info, 'lost-server', '/');
  await openExercise(page, 'output');
  const attempt = await inDatabase(async (client) => {
    const { rows } = await client.query(
      `SELECT a.id FROM "Attempt" a JOIN "User" u ON u.id = a."userId"
       WHERE u.email LIKE 'lost-server.%' AND a."submittedAt" IS NULL`,
    );
    return rows[0].id as string;
  });
  const line = (n: number) => page.getByRole('textbox', { name: `printed line ${n}` });
  await line(1).fill('first');
  await expect(page.getByText(/^Draft saved/)).toBeVisible();

  // While somebody types.
  await app.kill();
  await line(2).fill('second');
  await expect(page.getByText('Not saved yet: kept on this device, will be sent again.')).toBeVisible();
  await startAgain();
  await expect(page.getByText(/^Draft saved/)).toBeVisible({ timeout: 30_000 });
  const drafted = await inDatabase((client) =>
    client.query('SELECT body::text FROM "Draft" WHERE "attemptId" = $1', [attempt]),
  );
  expect(drafted.rows).toEqual([{ body: expect.stringMatching(/first.*second/) }]);

  // While the submission is being written.
  const told = page.getByRole('alert').filter({ hasText: 'The answers could not be sent.' });
  await holding(attempt, async (someoneWaits) => {
    await submitAnyway(page);
    await someoneWaits();
    await app.kill();
    await expect(told).toBeVisible();
  });
  expect(await submissionsOf(attempt)).toEqual({ submissions: 0, answers: 0 });
  await expect(line(2)).toHaveValue('second');
  await startAgain();

  // After it was written, before anybody was told.
  const isSubmission = (body: string | null) => body?.includes('submissionId') ?? false;
  await page.route('**/*', async (route) => {
    if (!isSubmission(route.request().postData())) return route.continue();
    await route.fetch();
    await app.kill();
    return route.abort('connectionreset');
  });
  await submitAnyway(page);
  await expect(told).toBeVisible();
  await expect(page.getByRole('button', { name: 'Submit answers' })).toBeEnabled();
  expect(await submissionsOf(attempt)).toEqual({ submissions: 1, answers: 1 });
  await page.unrouteAll();
  await startAgain();

  await submitAnyway(page);
  await expectMarks(page);
  expect(page.url()).toContain(attempt);
  expect(await submissionsOf(attempt)).toEqual({ submissions: 1, answers: 1 });
  await context.close();
});
