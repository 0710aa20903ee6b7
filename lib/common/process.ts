import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Whether a process of this number is alive. A zombie is not: it holds nothing any more. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  return processState(pid) !== 'Z';
}

/** The fields of /proc/<pid>/stat after the name, which may itself contain blanks and brackets. */
function statFields(pid: number): string[] | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}

function processState(pid: number): string | undefined {
  return statFields(pid)?.[0];
}

/**
 * A text that tells this process from any other that had or will have the same number: its time of birth.
 * Null where there is no such process.
 */
export function processIdentity(pid: number): string | null {
  if (!isAlive(pid)) return null;
  // Field 22 of stat(5), "starttime", counted here from field 3. It counts from boot, so the boot is named too.
  const birth = statFields(pid)?.[19];
  if (birth !== undefined) return `${bootId()}:${birth}`;
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim();
  } catch {
    return 'unknown';
  }
}

function bootId(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    return '';
  }
}

/** The process that started this one; undefined where it cannot be told. */
export function parentOf(pid: number): number | undefined {
  const parent = statFields(pid)?.[1];
  if (parent !== undefined) return Number(parent);
  try {
    return Number(execFileSync('ps', ['-o', 'ppid=', '-p', String(pid)], { encoding: 'utf8' })) || undefined;
  } catch {
    return undefined;
  }
}

/** The command line of a process, or an empty text where it cannot be read. */
export function commandLine(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
  } catch {
    try {
      return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).trim();
    } catch {
      return '';
    }
  }
}

/** Waits until `done` answers true, asking every few milliseconds. Answers false when the time is over. */
export async function waitUntil(
  done: () => boolean | Promise<boolean>,
  milliseconds: number,
  pause = 20,
): Promise<boolean> {
  const end = Date.now() + milliseconds;
  for (;;) {
    if (await done()) return true;
    if (Date.now() >= end) return false;
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}

/** Asks a process to end, and forces it when it has not ended in time. */
export async function endProcess(pid: number, signal: NodeJS.Signals, patience: number): Promise<void> {
  const send = (which: NodeJS.Signals) => {
    try {
      process.kill(pid, which);
    } catch {
      // It has ended in the meantime.
    }
  };
  send(signal);
  if (await waitUntil(() => !isAlive(pid), patience)) return;
  send('SIGKILL');
  await waitUntil(() => !isAlive(pid), 5_000);
}
