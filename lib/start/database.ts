import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { env, provideEnv } from '@/lib/common/env';
import { checkConnection, withoutPassword } from '@/lib/db/connection';
import { ensureDatabase, startEmbedded } from '@/lib/db/embedded/server';
import { migrate } from '@/lib/db/migrations';
import type { Closing } from './closing';

/**
 * Makes sure of a database: the one of DATABASE_URL, or the embedded one, whose address is then set as
 * DATABASE_URL for everything that follows. Answers what to say about it.
 */
export async function openDatabase(
  root: string,
  dataFolder: string,
  password: string,
  closing: Closing,
): Promise<string> {
  const given = env().DATABASE_URL;
  if (given !== undefined) {
    await checkConnection(given);
    return withoutPassword(given);
  }
  const server = await startEmbedded({ dataFolder, password });
  closing.add(() => server.stop());
  await ensureDatabase(server, 'lastref');
  provideEnv({ DATABASE_URL: server.url('lastref') });
  const place = relative(root, server.cluster);
  const how = server.adopted ? 'taken over, it was still running' : server.fresh ? 'made' : 'opened';
  return `PostgreSQL in ${place.startsWith('..') ? server.cluster : place}, port ${server.port}, ${how}`;
}

/** Applies what is due. Answers what to say about it. */
export async function applyMigrations(root: string, url: string): Promise<string> {
  const applied = await migrate(url, join(root, 'prisma/migrations'));
  return applied.length === 0 ? 'up to date' : `${applied.length} applied`;
}

/** The version of this copy, for the first line. */
export async function productVersion(root: string): Promise<string> {
  return (JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string }).version;
}
