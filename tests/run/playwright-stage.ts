import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { makeTemporaryFolder, removeTemporaryFolder } from '../helpers/temporary-folder';
import { ensureChromium } from './chromium';
import { type CommandOptions, runNodeTool } from './command';
import { failedOne, type Outcome } from './outcome';

const report = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
});

/** Sums up a report of Playwright. Skipped and flaky tests count as failed. */
export function countPlaywright(text: string, code: number): Outcome {
  const { expected, unexpected, flaky, skipped } = report.parse(JSON.parse(text)).stats;
  const failed = unexpected + flaky + skipped;
  if (code !== 0 && failed === 0) return { passed: expected, failed: 1, note: 'it ended with an error' };
  const note = flaky + skipped > 0 ? { note: `${flaky} flaky, ${skipped} skipped` } : {};
  return { passed: expected, failed, ...note };
}

/** Runs the end-to-end tests in a real Chromium, against the built app with a database of its own. */
export async function runPlaywright(options: CommandOptions): Promise<Outcome> {
  const chromium = await ensureChromium(options);
  const folder = await makeTemporaryFolder();
  const file = join(folder, 'report.json');
  const variables = { CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_FILE: file };
  try {
    const code = await runNodeTool('@playwright/test/cli.js', ['test', '--reporter=list,json'], {
      ...options,
      variables,
    });
    const text = await readFile(file, 'utf8').catch(() => undefined);
    return text === undefined ? failedOne('it ended without a report') : countPlaywright(text, code);
  } finally {
    await removeTemporaryFolder(folder);
  }
}
