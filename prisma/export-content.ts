/**
 * `npm run exercises:export -- FOLDER`: writes the catalogue of the database (DATABASE_URL) to a new folder, as files
 * that `npm start` loads. Loaded again they make no new revision.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { catalogueFiles } from '@/lib/classroom/content/export/queries';
import { isAppError } from '@/lib/common/errors';
import { disconnect } from '@/lib/db/client';

async function main([folder]: readonly string[]): Promise<number> {
  if (folder === undefined) {
    console.error('Say where to: npm run exercises:export -- FOLDER');
    return 2;
  }
  const root = resolve(folder);
  const files = await catalogueFiles();
  for (const { path, text } of files) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    // What stands there already is never written over.
    await writeFile(join(root, path), text, { flag: 'wx' });
  }
  console.log(`${files.length} files in ${root}`);
  return 0;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (isAppError(error)) console.error(`${error.message}\n${error.remedy ?? ''}`);
  else if ((error as NodeJS.ErrnoException).code === 'EEXIST')
    console.error(
      `There is such a file already: ${(error as NodeJS.ErrnoException).path}. Name an empty folder.`,
    );
  else throw error;
  process.exitCode = 1;
} finally {
  await disconnect();
}
