import { resolve } from 'node:path';
import { databaseUrl, env, provideEnv } from '@/lib/common/env';
import { isAppError } from '@/lib/common/errors';
import { processIdentity } from '@/lib/common/process';
import { announce, type DemoAccount } from './announce';
import { build, staleBuild } from './build';
import { type Closing, makeClosing } from './closing';
import { applyMigrations, openDatabase, productVersion } from './database';
import { checkFolder } from './disk';
import { generateClient } from './generate';
import { reservePort } from './port';
import { say, stage } from './report';
import { claimDataFolder } from './run-file';
import { loadSecrets } from './secrets';
import { serve } from './serve';
import { endOnSignal, endWithNpm } from './signals';

/** `npm start` and `npm run dev`: everything from the database to the address, stage by stage. */
export async function main(root: string, words: readonly string[]): Promise<void> {
  const closing = makeClosing();
  endOnSignal(closing);
  endWithNpm(closing);
  try {
    const mishap = await runUntilMishap(root, words[0] === 'dev' ? 'dev' : 'start', closing);
    if (closing.begun) return;
    console.error(mishap);
  } catch (error) {
    if (closing.begun) return;
    if (isAppError(error)) console.error(`\n${error.message}\n${error.remedy ?? ''}`);
    else console.error(error);
  }
  await closing.run();
  process.exit(1);
}

/** Starts everything and stays until a part of it ends by itself. Answers what has happened. */
async function runUntilMishap(root: string, mode: 'start' | 'dev', closing: Closing): Promise<string> {
  const settings = env();
  const dataFolder = resolve(root, settings.LASTREF_DATA ?? '.data');
  say(`Lastref ${await productVersion(root)}`);

  await checkFolder(dataFolder);
  const claim = await claimDataFolder(dataFolder);
  closing.add(() => claim.release());
  const port = await reservePort(settings.PORT, settings.HOST);
  const secrets = await loadSecrets(dataFolder);

  await stage('Database client', () => generateClient(root, closing));
  const { lost } = await stage('Database', () => openDatabase(root, dataFolder, secrets.database, closing));
  await stage('Migrations', () => applyMigrations(root, databaseUrl()));
  const accounts = await loadContents(root, settings.LASTREF_DEMO === 'yes');
  if (mode === 'start') await buildIfStale(root, closing);

  provideEnv({ NEXTAUTH_SECRET: settings.NEXTAUTH_SECRET ?? secrets.session });
  const address = publicAddress(settings.NEXTAUTH_URL, settings.HOST, port);
  // Without a fixed address, sign-in goes by the one that each request came to.
  const variables = settings.NEXTAUTH_URL === undefined ? { AUTH_TRUST_HOST: 'true' } : {};
  const server = await serve({ root, mode, port, host: settings.HOST, variables, closing });
  const identity = processIdentity(server.pid) ?? 'unknown';
  await claim.update({ server: { pid: server.pid, identity }, address });
  announce(address, accounts, settings.HOST);
  return Promise.race([
    server.ended.then((code) => `The server of the app has ended by itself (code ${code}).`),
    lost.then(() => `The database has ended by itself. Read postgres.log in ${dataFolder}, and start again.`),
  ]);
}

/** Brings the exercises and the demo course into the database. Answers the accounts of the demo course. */
async function loadContents(root: string, demo: boolean): Promise<readonly DemoAccount[]> {
  // Loaded only now: they need the client that was generated before.
  const { seed } = await import('@/prisma/seed');
  const { disconnect } = await import('@/lib/db/client');
  const accounts = await stage('Exercises and demo course', async () => {
    const report = await seed({ root, demo });
    const words = [report.exercises, report.demo].filter((part) => part !== '').join('; ');
    return { words, result: report.accounts };
  });
  await disconnect();
  return accounts;
}

async function buildIfStale(root: string, closing: Closing): Promise<void> {
  const sources = await staleBuild(root);
  if (sources === undefined) say('  ✓ Build: of the present sources already');
  else await stage('Build', () => build(root, sources, closing), 'about half a minute');
}

function publicAddress(given: string | undefined, host: string, port: number): string {
  if (given !== undefined) return given;
  const name = ['127.0.0.1', '0.0.0.0', '::', '::1'].includes(host) ? 'localhost' : host;
  return `http://${name}:${port}`;
}
