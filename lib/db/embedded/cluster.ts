import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, chown, mkdir, mkdtemp, readFile, realpath, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { bareEnv } from '@/lib/common/env';
import { AppError } from '@/lib/common/errors';
import { type Account, canReach } from './account';
import { type Binaries, sharedFolder } from './binaries';

const run = promisify(execFile);

/** The name that the app signs in with. */
export const serverUser = 'lastref';

const majorVersion = '18';

/**
 * Where the database's files stand: in the data folder, or, where the account cannot pass the folders above
 * it, in a shared place under a name made from the data folder's.
 */
export async function clusterFolder(dataFolder: string, account: Account | undefined): Promise<string> {
  await mkdir(dataFolder, { recursive: true });
  const place = await realpath(dataFolder);
  if (account === undefined) return join(place, 'postgres');
  await chmod(place, 0o755);
  if (await canReach(account, place)) return join(place, 'postgres');
  const name = createHash('sha256').update(place).digest('hex').slice(0, 12);
  const shared = join(sharedFolder, name);
  await mkdir(shared, { recursive: true });
  await chmod(sharedFolder, 0o755);
  await chmod(shared, 0o755);
  return join(shared, 'postgres');
}

/** Makes the files of a new database unless they are there. Answers whether it made them. */
export async function ensureCluster(
  cluster: string,
  binaries: Binaries,
  account: Account | undefined,
  password: string,
): Promise<boolean> {
  if (existsSync(join(cluster, 'PG_VERSION'))) {
    await checkVersion(cluster);
    return false;
  }
  if (existsSync(cluster)) {
    throw new AppError('cannot-start', `${cluster} is there, but is not a database.`, {
      remedy: 'Put its files back from a backup, or move the folder away to begin with an empty database.',
    });
  }
  // It is made under another name, so that one that was cut short is never taken for a whole one.
  const unfinished = `${cluster}.new`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { recursive: true, mode: 0o700 });
  const secrets = await mkdtemp(join(tmpdir(), 'lastref-'));
  const passwordFile = join(secrets, 'password');
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
  if (account !== undefined) {
    for (const path of [unfinished, secrets, passwordFile]) await chown(path, account.uid, account.gid);
  }
  try {
    await run(binaries.initdb, initdbWords(unfinished, passwordFile), {
      cwd: '/',
      env: bareEnv({ LC_ALL: 'C' }),
      ...account,
    });
    await rename(unfinished, cluster);
    return true;
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    const words = String((error as { stderr?: unknown }).stderr || error).trim();
    throw new AppError('cannot-start', `PostgreSQL could not make a database in ${cluster}:\n${words}`, {
      remedy:
        'Check that the disk has room and that the folder may be written to, or set DATABASE_URL or LASTREF_DATA.',
      cause: error,
    });
  } finally {
    await rm(secrets, { recursive: true, force: true });
  }
}

/**
 * The built-in locale gives the same order and the same upper and lower case on every machine, whatever
 * locales its system has.
 */
const initdbWords = (cluster: string, passwordFile: string): string[] => [
  `--pgdata=${cluster}`,
  `--username=${serverUser}`,
  '--auth=scram-sha-256',
  `--pwfile=${passwordFile}`,
  '--encoding=UTF8',
  '--locale=C',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--no-instructions',
];

async function checkVersion(cluster: string): Promise<void> {
  const version = (await readFile(join(cluster, 'PG_VERSION'), 'utf8')).trim();
  if (version === majorVersion) return;
  throw new AppError(
    'cannot-start',
    `The database in ${cluster} is of PostgreSQL ${version}; this version brings ${majorVersion}.`,
    {
      remedy:
        'Bring it over with pg_dump and psql (docs/deploying.md), or name another folder in LASTREF_DATA.',
    },
  );
}
