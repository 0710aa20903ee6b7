import { spawn } from 'node:child_process';
import { childEnv } from '../../lib/common/env';
import { waitUntil } from '../../lib/common/process';
import { readRunFile } from '../../lib/start/run-file';

/** Long enough for a build on a small machine. */
const patience = 600_000;

export interface LaunchedApp {
  readonly address: string;
  stop(): Promise<void>;
}

/**
 * Starts the app as `npm start` does, on a free port of the loopback, with the given data folder: with a database of
 * its own in it, or with the one that `databaseUrl` names.
 */
export async function launchApp(dataFolder: string, databaseUrl?: string): Promise<LaunchedApp> {
  const child = spawn(process.execPath, ['--conditions=react-server', 'lib/start/bootstrap.mjs', 'start'], {
    env: childEnv({
      PORT: '0',
      HOST: '127.0.0.1',
      LASTREF_DATA: dataFolder,
      DATABASE_URL: databaseUrl,
      E2E_DATABASE_URL: undefined,
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
  const stop = async () => {
    if (!over) child.kill('SIGTERM');
    await ended;
  };
  let address: string | undefined;
  await waitUntil(
    async () => {
      address = (await readRunFile(dataFolder))?.address;
      return over || address !== undefined;
    },
    patience,
    100,
  );
  if (address === undefined) {
    await stop();
    throw new Error('The app did not start; its own words stand above.');
  }
  return { address, stop };
}
