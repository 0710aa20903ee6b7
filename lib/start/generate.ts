import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '@/lib/common/errors';
import type { Closing } from './closing';
import { done, type StageOutcome } from './report';
import { runTool } from './run-tool';
import { fingerprint } from './sources';

/** Makes the database client from prisma/schema.prisma, unless the one that is there was made from the same. */
export async function generateClient(root: string, closing: Closing): Promise<StageOutcome<undefined>> {
  const inputs = ['prisma/schema.prisma', 'prisma.config.ts', 'node_modules/prisma/package.json'];
  const wanted = await fingerprint(root, inputs);
  const stamp = join(root, 'lib/db/generated/.made-from');
  if ((await readFile(stamp, 'utf8').catch(() => '')) === wanted) return done;
  const { code, output } = await runTool(root, 'prisma/build/index.js', ['generate'], closing, {
    CHECKPOINT_DISABLE: '1',
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
  });
  if (code !== 0) {
    throw new AppError('cannot-start', `The database client could not be made:\n${output}`, {
      remedy: 'Correct prisma/schema.prisma.',
    });
  }
  await writeFile(stamp, wanted);
  return done;
}
