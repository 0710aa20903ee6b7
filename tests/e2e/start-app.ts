import { spawn } from 'node:child_process';
import { childEnv, provideEnv } from '../../lib/common/env';
import { waitUntil } from '../../lib/common/process';
import { readRunFile } from '../../lib/start/run-file';
import { makeTemporaryFolder, removeTemporaryFolder } from '../helpers/temporary-folder';

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
  provideEnv({ E2E_BASE_URL: address });
  return stop;
}
