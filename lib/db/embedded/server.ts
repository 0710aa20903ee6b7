import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { bareEnv } from '@/lib/common/env';
import { AppError } from '@/lib/common/errors';
import { endProcess, isAlive, waitUntil } from '@/lib/common/process';
import { withConnection } from '../connection';
import { type Account, serverAccount } from './account';
import { type Binaries, findBinaries } from './binaries';
import { clusterFolder, ensureCluster, serverUser } from './cluster';
import { readPostmaster, runningPostmaster } from './postmaster';

export interface EmbeddedOptions {
  /** The folder that holds the database's files and its log. */
  readonly dataFolder: string;
  readonly password: string;
  /** Further settings, such as { fsync: 'off' } for tests. */
  readonly settings?: Readonly<Record<string, string>>;
}

export interface EmbeddedServer {
  readonly pid: number;
  readonly port: number;
  readonly cluster: string;
  /** True where the server was alive already, left behind by a start that was killed. */
  readonly adopted: boolean;
  /** True where the database's files were made now. */
  readonly fresh: boolean;
  /** The address of a database of this server. */
  url(database: string): string;
  /** Resolves when the server is gone, whoever ended it. */
  readonly ended: Promise<void>;
  /** Ends the server. All that was committed is on disk. */
  stop(): Promise<void>;
}

interface Place {
  readonly cluster: string;
  readonly log: string;
  readonly binaries: Binaries;
  readonly account: Account | undefined;
}

/** How long a server may take to be ready: after a crash it first reads its log again. */
const readyTime = 120_000;
const retryTime = 15_000;

/**
 * Starts PostgreSQL on a free port of the loopback interface, or takes over the one that runs on these files
 * already. The server is a process of its own: call stop() to end it.
 * Throws AppError "cannot-start".
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const account = serverAccount();
  const binaries = await findBinaries(account);
  const cluster = await clusterFolder(options.dataFolder, account);
  const fresh = await ensureCluster(cluster, binaries, account, options.password);
  const place: Place = { cluster, log: join(options.dataFolder, 'postgres.log'), binaries, account };

  const found = await settled(cluster);
  const { pid, port } = found ?? (await launchWithRetry(place, options.settings ?? {}));
  const url = (database: string) =>
    `postgresql://${serverUser}:${encodeURIComponent(options.password)}@127.0.0.1:${port}/${database}`;
  await checkPassword(url('postgres'), options.dataFolder);
  return {
    pid,
    port,
    cluster,
    adopted: found !== undefined,
    fresh,
    url,
    ended: whenGone(pid),
    stop: () => stop(pid, place),
  };
}

/** The server that is ready on these files; one that is just ending is waited for. */
async function settled(cluster: string): Promise<{ pid: number; port: number } | undefined> {
  let found = await runningPostmaster(cluster);
  await waitUntil(async () => {
    found = await runningPostmaster(cluster);
    return found === undefined || found.status === 'ready';
  }, readyTime);
  return found;
}

async function launchWithRetry(place: Place, settings: Readonly<Record<string, string>>) {
  const end = Date.now() + retryTime;
  if (existsSync(place.log)) await rename(place.log, `${place.log}.1`);
  for (;;) {
    const outcome = await launch(place, await freePort(), settings);
    if (typeof outcome !== 'string') return outcome;
    // The port was taken in the meantime, or processes of a server that was killed are still ending.
    const passing = /could not bind|shared memory block|lock file|already in use/i.test(outcome);
    if (passing && Date.now() < end) {
      await new Promise((resolve) => setTimeout(resolve, 200));
      continue;
    }
    throw new AppError('cannot-start', `PostgreSQL did not start:\n${outcome}`, {
      remedy: `Read ${place.log}. Check the room on the disk, or set DATABASE_URL to a PostgreSQL of your own.`,
    });
  }
}

/** Starts the server once. Answers it when it is ready, or the end of its log when it ended instead. */
async function launch(place: Place, port: number, settings: Readonly<Record<string, string>>) {
  const all = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    log_timezone: 'UTC',
    ...settings,
  };
  const words = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  // It writes to a file and leads a session of its own: Ctrl-C in the terminal must not end it before the app.
  const log = openSync(place.log, 'a');
  const child = spawn(place.binaries.postgres, ['-D', place.cluster, '-p', String(port), ...words], {
    cwd: '/',
    env: bareEnv({ LC_ALL: 'C' }),
    detached: true,
    stdio: ['ignore', log, log],
    ...place.account,
  });
  closeSync(log);
  let ended = false;
  let failure = '';
  child.once('error', (error) => {
    ended = true;
    failure = error.message;
  });
  child.once('exit', () => {
    ended = true;
  });
  child.unref();
  await waitUntil(() => ended || isReady(place.cluster, child), readyTime, 5);
  if (!ended && child.pid !== undefined && isReady(place.cluster, child)) return { pid: child.pid, port };
  if (!ended && child.pid !== undefined) await endProcess(child.pid, 'SIGINT', 5_000);
  return failure || readFileSync(place.log, 'utf8').split('\n').slice(-12).join('\n').trim();
}

function isReady(cluster: string, child: ChildProcess): boolean {
  const postmaster = readPostmaster(cluster);
  return postmaster?.pid === child.pid && postmaster?.status === 'ready';
}

/** A port of the loopback interface that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('The system gave no port.');
  return address.port;
}

async function checkPassword(url: string, dataFolder: string): Promise<void> {
  try {
    await withConnection(url, (client) => client.query('SELECT 1'));
  } catch (error) {
    const refused = (error as { code?: unknown }).code === '28P01';
    throw new AppError('cannot-start', `The embedded database does not let us in: ${String(error)}`, {
      remedy: refused
        ? `Put back the file secrets.json in ${dataFolder}, which holds its password.`
        : 'Run the command again.',
      cause: error,
    });
  }
}

/** One that was taken over is not our child, so nothing but looking tells that it is gone. */
function whenGone(pid: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setInterval(() => {
      if (isAlive(pid)) return;
      clearInterval(timer);
      resolve();
    }, 1_000);
    timer.unref();
  });
}

/** A "fast shutdown": transactions in flight are undone, connections closed, everything written. */
async function stop(pid: number, place: Place): Promise<void> {
  if (!isAlive(pid)) return;
  if (process.platform === 'win32') {
    spawn(place.binaries.pgCtl, ['stop', '-D', place.cluster, '-m', 'fast'], { stdio: 'ignore' });
    await waitUntil(() => !isAlive(pid), 20_000);
  } else {
    await endProcess(pid, 'SIGINT', 20_000);
  }
}

/** Makes a database on the server unless there is one of that name. */
export async function ensureDatabase(server: EmbeddedServer, name: string): Promise<void> {
  await withConnection(server.url('postgres'), async (client) => {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`);
  });
}
