import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { childEnv } from '@/lib/common/env';
import { AppError } from '@/lib/common/errors';
import { endProcess, waitUntil } from '@/lib/common/process';
import type { Closing } from './closing';

export interface Served {
  readonly pid: number;
  /** Resolves when the server has ended, with its exit code. */
  readonly ended: Promise<number>;
}

export interface ServeOptions {
  readonly root: string;
  readonly mode: 'start' | 'dev';
  readonly port: number;
  readonly host: string;
  readonly variables: Readonly<Record<string, string | undefined>>;
  readonly closing: Closing;
}

/** Starts the app's server and waits until it answers. Throws AppError "cannot-start". */
export async function serve(options: ServeOptions): Promise<Served> {
  const { root, mode, port, host, closing } = options;
  const next = join(root, 'node_modules/next/dist/bin/next');
  const guard = join(root, 'lib/start/end-with-parent.mjs');
  const words = ['--import', guard, next, mode, '--port', String(port), '--hostname', host];
  const child = spawn(process.execPath, words, {
    cwd: root,
    env: childEnv({
      ...options.variables,
      NODE_ENV: mode === 'dev' ? 'development' : 'production',
      NEXT_TELEMETRY_DISABLED: '1',
    }),
    // A group of its own: Ctrl-C reaches this process alone, which then ends things in their order.
    detached: process.platform !== 'win32',
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const ended = new Promise<number>((resolve) => child.once('exit', (code) => resolve(code ?? 1)));
  let over = false;
  void ended.then(() => {
    over = true;
  });
  closing.add(() => (over || child.pid === undefined ? undefined : endProcess(child.pid, 'SIGTERM', 5_000)));
  let up = false;
  forwardOutput(child, () => !up);
  await waitUntil(async () => over || (await isUp(port, host)), 60_000, 25);
  up = !over && (await isUp(port, host));
  if (!up || child.pid === undefined) {
    throw new AppError('cannot-start', 'The server of the app did not come up.', {
      remedy:
        'Read the lines above. When they say nothing, delete the folder .next and run the command again.',
    });
  }
  return { pid: child.pid, ended };
}

/** Next's own greeting, which names the address a second time. */
const greeting = /^\s*($|▲|✓|- (Local|Network|Environments?):)/;

/** Prints what the app says. */
function forwardOutput(child: ChildProcess, isGreeting: () => boolean): void {
  if (child.stdout === null) return;
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (!(isGreeting() && greeting.test(line))) process.stdout.write(`${line}\n`);
  });
}

async function isUp(port: number, host: string): Promise<boolean> {
  const name = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  const address = name.includes(':') ? `[${name}]` : name;
  try {
    const answer = await fetch(`http://${address}:${port}/api/health`, {
      signal: AbortSignal.timeout(10_000),
    });
    await answer.arrayBuffer();
    return true;
  } catch {
    return false;
  }
}
