import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { env, provideEnv } from '@/lib/common/env';
import { checkConnection, withoutPassword } from '@/lib/db/connection';
import { ensureDatabase, startEmbedded } from '@/lib/db/embedded/server';
import { migrate } from '@/lib/db/migrations';
import type { Closing } from './closing';
import type { StageOutcome } from './report';

/**
 * Makes sure of a database: the one of DATABASE_URL, or the embedded one, whose address is then set as
 * DATABASE_URL for everything that follows. `lost` resolves when the embedded server is gone;
 * for a server of others, never.
 */
export async function openDatabase(
  root: string,
  dataFolder: string,
  password: string,
  closing: Closing,
): Promise<StageOutcome<{ lost: Promise<void> }>> {
  const given = env().DATABASE_URL;
  if (given !== undefined) {
    await checkConnection(given);
    return { words: withoutPassword(given), result: { lost: new Promise(() => undefined) } };
  }
  const server = await startEmbedded({ dataFolder, password });
  closing.add(() => server.stop());
  await ensureDatabase(server, 'lastref');
  provideEnv({ DATABASE_URL: server.url('lastref') });
  const place = relative(root, server.cluster);
  const how = server.adopted ? 'taken over, it was still running' : server.fresh ? 'made' : 'opened';
  const words = `PostgreSQL in ${place.startsWith('..') ? server.cluster : place}, port ${server.port}, ${how}`;
  return { words, result: { lost: server.ended } };
}

/** Applies the migrations that are due. */
export async function applyMigrations(root: string, url: string): Promise<StageOutcome<undefined>> {
  const applied = await migrate(url, join(root, 'prisma/migrations'));
  return { words: applied.length === 0 ? 'up to date' : `${applied.length} applied`, result: undefined };
}

/** The version of this copy, for the first line. */
export async function productVersion(root: string): Promise<string> {
  return (JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string }).version;
}
