import { resolve } from 'node:path';
import { databaseUrl, env, provideEnv } from '@/lib/common/env';
import { isAppError } from '@/lib/common/errors';
import { processIdentity } from '@/lib/common/process';
import { announce } from './announce';
import { build, staleBuild } from './build';
import { type Closing, makeClosing } from './closing';
import { applyMigrations, openDatabase, productVersion } from './database';
import { checkFolder } from './disk';
import { generateClient } from './generate';
import { reservePort } from './port';
import { say, stage } from './report';
import { claimDataFolder } from './run-file';
import { loadSecrets } from './secrets';
import { type Served, serve } from './serve';
import { endOnSignal, endWithNpm } from './signals';

/** `npm start` and `npm run dev`: everything from the database to the address, stage by stage. */
export async function main(root: string, words: readonly string[]): Promise<void> {
  const closing = makeClosing();
  endOnSignal(closing);
  endWithNpm(closing);
  try {
    const server = await start(root, words[0] === 'dev' ? 'dev' : 'start', closing);
    const code = await server.ended;
    if (closing.begun) return;
    console.error(`The server of the app has ended by itself (code ${code}).`);
  } catch (error) {
    if (closing.begun) return;
    if (isAppError(error)) console.error(`\n${error.message}\n${error.remedy ?? ''}`);
    else console.error(error);
  }
  await closing.run();
  process.exit(1);
}

async function start(root: string, mode: 'start' | 'dev', closing: Closing): Promise<Served> {
  const settings = env();
  const dataFolder = resolve(root, settings.LASTREF_DATA ?? '.data');
  say(`Lastref ${await productVersion(root)}`);

  await checkFolder(dataFolder);
  const claim = await claimDataFolder(dataFolder);
  closing.add(() => claim.release());
  const port = await reservePort(settings.PORT, settings.HOST);
  const secrets = await loadSecrets(dataFolder);

  await stage('Database client', async () => {
    await generateClient(root, closing);
    return undefined;
  });
  await stage('Database', () => openDatabase(root, dataFolder, secrets.database, closing));
  await stage('Migrations', () => applyMigrations(root, databaseUrl()));

  // Loaded only now: it needs the client that was generated above.
  const { seed } = await import('@/prisma/seed');
  let accounts: Awaited<ReturnType<typeof seed>>['accounts'] = [];
  await stage('Exercises and demo course', async () => {
    const report = await seed({ root, demo: settings.LASTREF_DEMO === 'yes' });
    accounts = report.accounts;
    return [report.exercises, report.demo].filter((part) => part !== '').join('; ');
  });
  const { disconnect } = await import('@/lib/db/client');
  await disconnect();

  if (mode === 'start') {
    const sources = await staleBuild(root);
    if (sources === undefined) say('  ✓ Build: of the present sources already');
    else
      await stage('Build', () => build(root, sources, closing).then(() => undefined), 'about half a minute');
  }

  provideEnv({ NEXTAUTH_SECRET: settings.NEXTAUTH_SECRET ?? secrets.session });
  const address = publicAddress(settings.NEXTAUTH_URL, settings.HOST, port);
  // Without a fixed address, sign-in goes by the one that each request came to.
  const variables = settings.NEXTAUTH_URL === undefined ? { AUTH_TRUST_HOST: 'true' } : {};
  const server = await serve({ root, mode, port, host: settings.HOST, variables, closing });
  const identity = processIdentity(server.pid) ?? 'unknown';
  await claim.update({ server: { pid: server.pid, identity }, address });
  announce(address, accounts, settings.HOST);
  return server;
}

function publicAddress(given: string | undefined, host: string, port: number): string {
  if (given !== undefined) return given;
  const name = ['127.0.0.1', '0.0.0.0', '::', '::1'].includes(host) ? 'localhost' : host;
  return `http://${name}:${port}`;
}
