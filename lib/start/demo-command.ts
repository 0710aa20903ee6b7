/**
 * `npm run demo:remove` erases the demo course, and the next start does not make it again; `npm run demo:restore` lets it.
 * The database is that of DATABASE_URL, or the embedded one, whether the app runs or not.
 */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { env, provideEnv } from '@/lib/common/env';
import { isAppError } from '@/lib/common/errors';
import { startEmbedded } from '@/lib/db/embedded/server';
import { loadSecrets } from './secrets';

/** Connects to the database; answers what lets go of it again. */
async function open(root: string): Promise<(() => Promise<void>) | null> {
  const settings = env();
  if (settings.DATABASE_URL !== undefined) return async () => undefined;
  const dataFolder = resolve(root, settings.LASTREF_DATA ?? '.data');
  if (!existsSync(dataFolder)) return null;
  const server = await startEmbedded({ dataFolder, password: (await loadSecrets(dataFolder)).database });
  provideEnv({ DATABASE_URL: server.url('lastref') });
  // One that was running already belongs to the app.
  return server.adopted ? async () => undefined : () => server.stop();
}

async function main(word: string | undefined): Promise<number> {
  const close = await open(process.cwd());
  if (close === null) {
    console.log('There is no database here yet, and no demo course.');
    return 0;
  }
  const { removeDemoCourse, restoreDemoCourse } = await import('@/prisma/demo/removal');
  const { disconnect } = await import('@/lib/db/client');
  try {
    if (word === 'restore') {
      const done = await restoreDemoCourse();
      console.log(done ? 'The next start makes the demo course again.' : 'The demo course was not removed.');
      return 0;
    }
    const removed = await removeDemoCourse();
    console.log(
      removed === null
        ? 'There is no demo course.'
        : `The demo course is removed, with ${removed.people} people. npm run demo:restore brings it back.`,
    );
    return 0;
  } finally {
    await disconnect();
    await close();
  }
}

try {
  process.exitCode = await main(process.argv[2]);
} catch (error) {
  if (!isAppError(error)) throw error;
  console.error(`${error.message}\n${error.remedy ?? ''}`);
  process.exitCode = 1;
}
