import { spawn } from 'node:child_process';
import { childEnv } from '../../lib/common/env';
import { isAlive, waitUntil } from '../../lib/common/process';
import { readRunFile } from '../../lib/start/run-file';

/** Long enough for a build on a small machine. */
const patience = 600_000;

export interface LaunchedApp {
  readonly address: string;
  stop(): Promise<void>;
  /** Ends it as a power cut does: nothing is finished, and nothing is cleared away. */
  kill(): Promise<void>;
}

/**
 * Starts the app as `npm start` does, on the loopback and a free port unless one is named, with the given data folder:
 * with a database of its own in it, or with the one that `databaseUrl` names.
 */
export async function launchApp(dataFolder: string, databaseUrl?: string, port = '0'): Promise<LaunchedApp> {
  const before = await readRunFile(dataFolder);
  const child = spawn(process.execPath, ['--conditions=react-server', 'lib/start/bootstrap.mjs', 'start'], {
    env: childEnv({
      PORT: port,
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
  const kill = async () => {
    const server = (await readRunFile(dataFolder))?.server;
    if (server !== undefined) process.kill(server.pid, 'SIGKILL');
    child.kill('SIGKILL');
    await ended;
    await waitUntil(() => server === undefined || !isAlive(server.pid), 10_000, 20);
  };
  let address: string | undefined;
  await waitUntil(
    async () => {
      const now = await readRunFile(dataFolder);
      // What a killed start has left says nothing of this one.
      if (now?.token !== before?.token) address = now?.address;
      return over || address !== undefined;
    },
    patience,
    100,
  );
  if (address === undefined) {
    await stop();
    throw new Error('The app did not start; its own words stand above.');
  }
  return { address, stop, kill };
}
