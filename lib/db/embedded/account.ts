import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { AppError } from '@/lib/common/errors';

/** The user of the operating system that the database server runs as. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

function lookUp(name: string): Account | undefined {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((one) => one.startsWith(`${name}:`));
  const fields = line?.split(':');
  return fields === undefined ? undefined : { uid: Number(fields[2]), gid: Number(fields[3]) };
}

/** `useradd` is Debian's, `adduser` BusyBox's. */
const waysToMake: readonly (readonly [string, readonly string[]])[] = [
  ['useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres']],
  ['adduser', ['-S', '-D', '-H', 'postgres']],
];

/**
 * PostgreSQL refuses to run as root. For root this finds or makes the user `postgres`; for anybody else it
 * answers undefined: the server runs as that person.
 */
export function serverAccount(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const present = lookUp('postgres');
  if (present !== undefined) return present;
  for (const [command, words] of waysToMake) {
    try {
      execFileSync(command, words, { stdio: 'ignore' });
    } catch {
      continue;
    }
    const made = lookUp('postgres');
    if (made !== undefined) return made;
  }
  const nobody = lookUp('nobody');
  if (nobody !== undefined) return nobody;
  throw new AppError('cannot-start', 'PostgreSQL does not run as root, and no other user could be made.', {
    remedy: 'Run the command as an ordinary user, or set DATABASE_URL to a PostgreSQL of your own.',
  });
}

/** Whether the account may pass every folder above a file and read and run the file itself. Ignores ACLs. */
export async function canReach(account: Account, path: string): Promise<boolean> {
  const bits = path === dirname(path) ? 0 : 0o5;
  if (bits !== 0 && !(await allows(account, path, bits))) return false;
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    if (!(await allows(account, folder, 0o1))) return false;
    if (folder === dirname(folder)) return true;
  }
}

async function allows(account: Account, path: string, bits: number): Promise<boolean> {
  const { mode, uid, gid } = await stat(path);
  const shift = uid === account.uid ? 6 : gid === account.gid ? 3 : 0;
  return ((mode >> shift) & bits) === bits;
}
