import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endProcess, processIdentity } from '@/lib/common/process';
import { runningPostmaster } from '@/lib/db/embedded/postmaster';

const prefix = 'lastref-test-';
const ownerFile = 'owner.json';

interface Owner {
  readonly pid: number;
  readonly identity: string | null;
}

/** A folder for the data of one run of tests. */
export async function makeTemporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), prefix));
  const owner: Owner = { pid: process.pid, identity: processIdentity(process.pid) };
  await writeFile(join(folder, ownerFile), JSON.stringify(owner));
  return folder;
}

export async function removeTemporaryFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true, maxRetries: 3 });
}

/** Clears away what runs that were killed have left: their database servers and their folders. */
export async function clearAbandoned(): Promise<void> {
  const names = (await readdir(tmpdir())).filter((name) => name.startsWith(prefix));
  for (const folder of names.map((name) => join(tmpdir(), name))) {
    const owner = await readOwner(folder);
    if (owner === undefined || processIdentity(owner.pid) === owner.identity) continue;
    const cluster = join(folder, 'postgres');
    const server = existsSync(cluster) ? await runningPostmaster(cluster) : undefined;
    if (server !== undefined) await endProcess(server.pid, 'SIGINT', 5_000);
    await removeTemporaryFolder(folder).catch(() => undefined);
  }
}

async function readOwner(folder: string): Promise<Owner | undefined> {
  try {
    return JSON.parse(await readFile(join(folder, ownerFile), 'utf8')) as Owner;
  } catch {
    return undefined;
  }
}
