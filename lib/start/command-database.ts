import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { env, provideEnv } from '@/lib/common/env';
import { startEmbedded } from '@/lib/db/embedded/server';
import { loadSecrets } from './secrets';

/**
 * Connects a command to the database of DATABASE_URL, or to the embedded one, whether the app runs or not. Answers what
 * lets go of it again; null where there is no database yet.
 */
export async function openDatabase(root: string): Promise<(() => Promise<void>) | null> {
  const settings = env();
  if (settings.DATABASE_URL !== undefined) return async () => undefined;
  const dataFolder = resolve(root, settings.LASTREF_DATA ?? '.data');
  if (!existsSync(dataFolder)) return null;
  const server = await startEmbedded({ dataFolder, password: (await loadSecrets(dataFolder)).database });
  provideEnv({ DATABASE_URL: server.url('lastref') });
  // One that was running already belongs to the app.
  return server.adopted ? async () => undefined : () => server.stop();
}
