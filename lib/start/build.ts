import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '@/lib/common/errors';
import type { Closing } from './closing';
import { done, type StageOutcome } from './report';
import { runTool } from './run-tool';
import { fingerprint } from './sources';

/** What the built app depends on. */
const inputs = [
  'app',
  'lib',
  'exercises',
  'public',
  'prisma/schema.prisma',
  'package-lock.json',
  'next.config.js',
  'postcss.config.js',
  'tsconfig.json',
];

const stampIn = (root: string) => join(root, '.next', 'built-from');

/** The fingerprint to build from, or undefined where the build that is there is of the same sources. */
export async function staleBuild(root: string): Promise<string | undefined> {
  const wanted = await fingerprint(root, inputs, process.version);
  const stamp = await readFile(stampIn(root), 'utf8').catch(() => '');
  return stamp === wanted ? undefined : wanted;
}

/**
 * Builds the app. The database's address is kept from it, so that nothing of one database is built into pages.
 * Throws AppError "cannot-start" with the build's own words.
 */
export async function build(
  root: string,
  sources: string,
  closing: Closing,
): Promise<StageOutcome<undefined>> {
  await rm(stampIn(root), { force: true });
  const { code, output } = await runTool(root, 'next/dist/bin/next', ['build'], closing, {
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    DATABASE_URL: undefined,
  });
  if (code !== 0) {
    throw new AppError('cannot-start', `The app could not be built:\n${output}`, {
      remedy: 'Correct what is named above. Where the disk or the memory is full, make room (2 GB of each).',
    });
  }
  await writeFile(stampIn(root), sources);
  return done;
}
