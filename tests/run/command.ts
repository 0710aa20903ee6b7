import { spawn } from 'node:child_process';
import { childEnv } from '@/lib/common/env';
import { endProcess } from '@/lib/common/process';
import type { Closing } from '@/lib/start/closing';

export interface CommandOptions {
  readonly root: string;
  readonly closing: Closing;
  readonly variables?: Readonly<Record<string, string | undefined>>;
  /** Milliseconds after which it is ended; without limit where not given. */
  readonly limit?: number;
}

/** Runs a command, showing what it prints, and answers its exit code. */
export async function runCommand(
  file: string,
  words: readonly string[],
  options: CommandOptions,
): Promise<number> {
  const child = spawn(file, words, {
    cwd: options.root,
    env: childEnv(options.variables),
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  let over = false;
  const end = () => (over || child.pid === undefined ? undefined : endProcess(child.pid, 'SIGTERM', 10_000));
  options.closing.add(end);
  const timer = options.limit === undefined ? undefined : setTimeout(() => void end(), options.limit);
  const code = await new Promise<number>((resolve) => {
    child.once('error', (error) => {
      console.error(error.message);
      resolve(1);
    });
    child.once('exit', (status) => resolve(status ?? 1));
  });
  over = true;
  clearTimeout(timer);
  return code;
}

/** Runs a program of node_modules under this very Node. */
export const runNodeTool = (script: string, words: readonly string[], options: CommandOptions) =>
  runCommand(process.execPath, [`node_modules/${script}`, ...words], options);
