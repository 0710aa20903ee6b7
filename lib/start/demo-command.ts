/**
 * `npm run demo:remove` erases the demo course, and the next start does not make it again; `npm run demo:restore` lets it.
 * The database is that of DATABASE_URL, or the embedded one, whether the app runs or not.
 */
import { isAppError } from '@/lib/common/errors';
import { openDatabase } from './command-database';

async function main(word: string | undefined): Promise<number> {
  const close = await openDatabase(process.cwd());
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
