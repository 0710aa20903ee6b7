import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { childEnv } from '@/lib/common/env';
import { endProcess } from '@/lib/common/process';
import type { Closing } from './closing';

export interface ToolOutcome {
  readonly code: number;
  readonly output: string;
}

/** Runs a program of node_modules to its end, under this very Node, and collects what it prints. */
export async function runTool(
  root: string,
  script: string,
  words: readonly string[],
  closing: Closing,
  variables: Readonly<Record<string, string | undefined>> = {},
): Promise<ToolOutcome> {
  const child = spawn(process.execPath, [join(root, 'node_modules', script), ...words], {
    cwd: root,
    env: childEnv(variables),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const parts: Buffer[] = [];
  child.stdout.on('data', (part: Buffer) => parts.push(part));
  child.stderr.on('data', (part: Buffer) => parts.push(part));
  let ended = false;
  closing.add(() => (ended || child.pid === undefined ? undefined : endProcess(child.pid, 'SIGTERM', 5_000)));
  const code = await new Promise<number>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (status) => resolve(status ?? 1));
  });
  ended = true;
  return { code, output: Buffer.concat(parts).toString('utf8').trim() };
}
