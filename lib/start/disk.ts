import { mkdir, rm, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '@/lib/common/errors';

const leastFree = 300_000_000;

/** Checks that a folder can be made, written to and has room. Throws AppError "cannot-start". */
export async function checkFolder(folder: string): Promise<void> {
  const probe = join(folder, `.write-${process.pid}`);
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(probe, '');
    await rm(probe, { force: true });
  } catch (error) {
    throw new AppError('cannot-start', `The folder ${folder} cannot be written to: ${String(error)}`, {
      remedy: 'Give it to your user (chown), or name another one in LASTREF_DATA.',
      cause: error,
    });
  }
  const { bavail, bsize } = await statfs(folder);
  if (bavail * bsize < leastFree) {
    throw new AppError(
      'cannot-start',
      `The disk of ${folder} is full: ${Math.round((bavail * bsize) / 1e6)} MB are left.`,
      {
        remedy: 'Make room (1 GB is enough), or name a folder on another disk in LASTREF_DATA.',
      },
    );
  }
}
