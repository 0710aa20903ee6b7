import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { AppError } from '@/lib/common/errors';
import { endProcess, processIdentity, waitUntil } from '@/lib/common/process';

const processSchema = z.object({ pid: z.int().positive(), identity: z.string() });

const schema = z.object({
  token: z.string(),
  /** The process of `npm start`. */
  owner: processSchema,
  /** The app's server, once it has been started. */
  server: processSchema.optional(),
  /** Where the app answers, once it does. */
  address: z.string().optional(),
});

/** What stands in run.json: which start uses the data folder now. */
export type RunFile = z.infer<typeof schema>;

const fileIn = (dataFolder: string) => join(dataFolder, 'run.json');

/** Reads run.json; undefined where there is none, or nothing sensible in it. */
export async function readRunFile(dataFolder: string): Promise<RunFile | undefined> {
  try {
    return schema.parse(JSON.parse(await readFile(fileIn(dataFolder), 'utf8')));
  } catch {
    return undefined;
  }
}

export interface Claim {
  /** Writes what has become known since. */
  update(changes: Pick<RunFile, 'server' | 'address'>): Promise<void>;
  release(): Promise<void>;
}

const lives = (one: { pid: number; identity: string } | undefined) =>
  one !== undefined && processIdentity(one.pid) === one.identity;

/** Milliseconds to wait for another start that is just ending. */
const usualPatience = 4_000;

/**
 * Takes the data folder for this process. What a killed start has left is cleared away, its server included.
 * Throws AppError "cannot-start" while another start is using the folder.
 */
export async function claimDataFolder(dataFolder: string, patience = usualPatience): Promise<Claim> {
  await mkdir(dataFolder, { recursive: true });
  const file = fileIn(dataFolder);
  const mine: RunFile = {
    token: randomUUID(),
    owner: { pid: process.pid, identity: processIdentity(process.pid) ?? 'unknown' },
  };
  let holder: RunFile | undefined;
  const claimed = await waitUntil(
    async () => {
      holder = await readRunFile(dataFolder);
      if (lives(holder?.owner)) return false;
      if (holder?.server !== undefined && lives(holder.server)) {
        await endProcess(holder.server.pid, 'SIGTERM', 3_000);
      }
      await rm(file, { force: true });
      return tryToWrite(file, dataFolder, mine);
    },
    patience,
    100,
  );
  if (!claimed) throw inUse(dataFolder, holder);

  let current = mine;
  return {
    update: async (changes) => {
      current = { ...current, ...changes };
      await writeFile(`${file}.new`, JSON.stringify(current));
      await rename(`${file}.new`, file);
    },
    release: async () => {
      if ((await readRunFile(dataFolder))?.token === mine.token) await rm(file, { force: true });
    },
  };
}

/**
 * Makes the file unless somebody else has just made it. Two starts may both find a dead one's file; the one
 * that removed it last wins, and the other one sees so after a moment.
 */
async function tryToWrite(file: string, dataFolder: string, mine: RunFile): Promise<boolean> {
  try {
    await writeFile(file, JSON.stringify(mine), { flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
  await new Promise((resolve) => setTimeout(resolve, 40));
  return (await readRunFile(dataFolder))?.token === mine.token;
}

function inUse(dataFolder: string, holder: RunFile | undefined): AppError {
  const where = holder?.address === undefined ? '' : ` at ${holder.address}`;
  const who = holder === undefined ? '' : ` (process ${holder.owner.pid})`;
  return new AppError(
    'cannot-start',
    `Lastref is running already${where}${who}, with the data of ${dataFolder}.`,
    {
      remedy:
        'Use that one, or end it with Ctrl-C. For a second one, set LASTREF_DATA to another folder and PORT to another port.',
    },
  );
}
