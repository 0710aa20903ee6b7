import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { childEnv, provideEnv } from '../../lib/common/env';
import { serverAccount } from '../../lib/db/embedded/account';
import { clusterFolder, serverUser } from '../../lib/db/embedded/cluster';
import { readPostmaster } from '../../lib/db/embedded/postmaster';
import { makeTemporaryFolder, removeTemporaryFolder } from '../helpers/temporary-folder';
import { testEmails } from './accounts-of-tests';
import { launchApp } from './launch-app';

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

/**
 * Starts the built app with a database and data of its own, and sets E2E_BASE_URL and E2E_DATABASE_URL. Answers what
 * ends it again.
 */
export default async function startApp(): Promise<() => Promise<void>> {
  const dataFolder = await makeTemporaryFolder();
  const end = () => removeTemporaryFolder(dataFolder);
  const app = await launchApp(dataFolder).catch(async (error: unknown) => {
    await end();
    throw error;
  });
  const database = await databaseOf(dataFolder);
  await makeStudents(database);
  provideEnv({ E2E_BASE_URL: app.address, E2E_DATABASE_URL: database });
  return async () => {
    await app.stop();
    await end();
  };
}
