import { provideEnv } from '@/lib/common/env';
import { isAppError } from '@/lib/common/errors';
import { makeClosing } from '@/lib/start/closing';
import { generateClient } from '@/lib/start/generate';
import { endOnSignal, endWithNpm } from '@/lib/start/signals';
import { clearAbandoned } from '../helpers/temporary-folder';
import type { CommandOptions } from './command';
import { failedOne, type Outcome } from './outcome';
import { type Stage, stages } from './stages';

/**
 * `npm test`: all stages, or those named by `--only unit,e2e`. The last line that is printed is
 * "N passed, N failed"; the exit code is 0 only where nothing failed.
 */
export async function main(root: string, words: readonly string[]): Promise<void> {
  const chosen = choose(words);
  const closing = makeClosing();
  endOnSignal(closing);
  endWithNpm(closing);
  provideEnv({ LOG_LEVEL: 'warn' });
  const options: CommandOptions = { root, closing };
  await clearAbandoned();
  await generateClient(root, closing);

  let passed = 0;
  let failed = 0;
  const lines: string[] = [];
  for (const stage of chosen) {
    console.log(`\n── ${stage.name} ──`);
    const started = Date.now();
    const outcome = await attempt(stage, options);
    if (closing.begun) return;
    passed += outcome.passed;
    failed += outcome.failed;
    const line = describe(stage.name, outcome, Date.now() - started);
    lines.push(line);
    console.log(line);
  }
  console.log(`\n${lines.join('\n')}\n\n${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
}

async function attempt(stage: Stage, options: CommandOptions): Promise<Outcome> {
  try {
    return await stage.run(options);
  } catch (error) {
    if (isAppError(error)) console.error(`${error.message}\n${error.remedy ?? ''}`);
    else console.error(error);
    return failedOne('it could not be run');
  }
}

function describe(name: string, outcome: Outcome, milliseconds: number): string {
  const mark = outcome.failed === 0 ? '✓' : '✗';
  const total = outcome.passed + outcome.failed;
  const note = outcome.note === undefined ? '' : `, ${outcome.note}`;
  return `${mark} ${name.padEnd(12)} ${outcome.passed} of ${total}${note} (${(milliseconds / 1000).toFixed(1)} s)`;
}

function choose(words: readonly string[]): readonly Stage[] {
  const flag = words.indexOf('--only');
  if (flag === -1) return stages;
  const names = (words[flag + 1] ?? '').split(',');
  const unknown = names.filter((name) => !stages.some((stage) => stage.name === name));
  if (unknown.length > 0) {
    console.error(
      `There is no stage "${unknown.join('", "')}". The stages: ${stages.map(({ name }) => name).join(', ')}.`,
    );
    process.exit(2);
  }
  return stages.filter((stage) => names.includes(stage.name));
}
