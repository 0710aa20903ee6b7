import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { makeTemporaryFolder, removeTemporaryFolder } from '../helpers/temporary-folder';
import { type CommandOptions, runNodeTool } from './command';
import { failedOne, type Outcome } from './outcome';

const report = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
});

/** Sums up a report of Vitest. A skipped test counts as failed, and so does a run that went wrong outside any test. */
export function countVitest(text: string, code: number): Outcome {
  const counts = report.parse(JSON.parse(text));
  const skipped = counts.numPendingTests + counts.numTodoTests;
  const failed = counts.numFailedTests + skipped;
  if (code !== 0 && failed === 0) {
    return { passed: counts.numPassedTests, failed: 1, note: 'it ended with an error outside the tests' };
  }
  const note = skipped > 0 ? { note: `${skipped} skipped` } : {};
  return { passed: counts.numPassedTests, failed, ...note };
}

/** Runs one project of vitest.config.ts. */
export async function runVitest(project: string, options: CommandOptions): Promise<Outcome> {
  const folder = await makeTemporaryFolder();
  const file = join(folder, 'report.json');
  const words = [
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ];
  try {
    const code = await runNodeTool('vitest/vitest.mjs', words, options);
    const text = await readFile(file, 'utf8').catch(() => undefined);
    return text === undefined ? failedOne('it ended without a report') : countVitest(text, code);
  } finally {
    await removeTemporaryFolder(folder);
  }
}
