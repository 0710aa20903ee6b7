import { execFile, spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { childEnv, provideEnv } from '../../lib/common/env';
import { waitUntil } from '../../lib/common/process';
import { serverAccount } from '../../lib/db/embedded/account';
import { clusterFolder, serverUser } from '../../lib/db/embedded/cluster';
import { readPostmaster } from '../../lib/db/embedded/postmaster';
import { readRunFile } from '../../lib/start/run-file';
import { makeTemporaryFolder, removeTemporaryFolder } from '../helpers/temporary-folder';
import { testEmails } from './accounts-of-tests';

const secretsSchema = z.object({ database: z.string() });

/** The address of the embedded database that the app has started in its data folder. */
async function databaseOf(dataFolder: string): Promise<string> {
  const cluster = await clusterFolder(dataFolder, serverAccount());
  const secrets = secretsSchema.parse(JSON.parse(await readFile(join(dataFolder, 'secrets.json'), 'utf8')));
  return `postgresql://${serverUser}:${secrets.database}@127.0.0.1:${readPostmaster(cluster)?.port}/lastref`;
}

/** In a process of its own: the code that writes to the database runs as the server's code does. */
async function makeStudents(url: string): Promise<void> {
  const words = ['--conditions=react-server', '--import=tsx', 'tests/e2e/make-students.ts', ...testEmails];
  await promisify(execFile)(process.execPath, words, {
    env: childEnv({ DATABASE_URL: url, NODE_OPTIONS: undefined }),
  });
}

/** Long enough for a build on a small machine. */
const patience = 600_000;

/**
 * Starts the built app as `npm start` does, on a free port, with a database and data of its own, and sets
 * E2E_BASE_URL. Answers what ends it again.
 */
export default async function startApp(): Promise<() => Promise<void>> {
  const dataFolder = await makeTemporaryFolder();
  const child = spawn(process.execPath, ['--conditions=react-server', 'lib/start/bootstrap.mjs', 'start'], {
    env: childEnv({
      PORT: '0',
      HOST: '127.0.0.1',
      LASTREF_DATA: dataFolder,
      DATABASE_URL: undefined,
      NEXTAUTH_URL: undefined,
      NODE_OPTIONS: undefined,
      NODE_ENV: undefined,
    }),
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  let over = false;
  const ended = new Promise<void>((resolve) =>
    child.once('exit', () => {
      over = true;
      resolve();
    }),
  );
  let address: string | undefined;
  await waitUntil(
    async () => {
      address = (await readRunFile(dataFolder))?.address;
      return over || address !== undefined;
    },
    patience,
    100,
  );
  const stop = async () => {
    if (!over) child.kill('SIGTERM');
    await ended;
    await removeTemporaryFolder(dataFolder);
  };
  if (address === undefined) {
    await stop();
    throw new Error('The app did not start; its own words stand above.');
  }
  await makeStudents(await databaseOf(dataFolder));
  provideEnv({ E2E_BASE_URL: address });
  return stop;
}
