import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { commandLine, isAlive } from '@/lib/common/process';

/** What a running server writes into postmaster.pid (PostgreSQL, src/include/utils/pidfile.h). */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  /** "starting", "ready", "stopping" or "standby". */
  readonly status: string;
}

const fileIn = (cluster: string) => join(cluster, 'postmaster.pid');

/** Reads the file, whether or not its process is alive; undefined where there is none or it is half written. */
export function readPostmaster(cluster: string): Postmaster | undefined {
  let lines: string[];
  try {
    lines = readFileSync(fileIn(cluster), 'utf8').split('\n');
  } catch {
    return undefined;
  }
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  return { pid, port: Number(lines[3]), status: lines[7]?.trim() ?? 'starting' };
}

/**
 * The server that serves this folder now. A file whose number belongs to another program by now is taken
 * away, because PostgreSQL itself would take that program for a server and refuse to start.
 */
export async function runningPostmaster(cluster: string): Promise<Postmaster | undefined> {
  const postmaster = readPostmaster(cluster);
  if (postmaster === undefined || !isAlive(postmaster.pid)) return undefined;
  const command = commandLine(postmaster.pid);
  if (command === '' || command.includes(cluster)) return postmaster;
  await rm(fileIn(cluster), { force: true });
  return undefined;
}
