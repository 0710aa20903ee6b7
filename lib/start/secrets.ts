import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { AppError } from '@/lib/common/errors';

const schema = z.object({
  /** The password of the embedded database. */
  database: z.string().min(1),
  /** Signs the sessions. */
  session: z.string().min(32),
});

export type Secrets = z.infer<typeof schema>;

/** Reads the secrets of the data folder, and makes them at the first start. They never leave this machine. */
export async function loadSecrets(dataFolder: string): Promise<Secrets> {
  const file = join(dataFolder, 'secrets.json');
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (text === undefined) return makeSecrets(dataFolder, file);
  try {
    return schema.parse(JSON.parse(text));
  } catch (error) {
    throw new AppError('cannot-start', `${file} is damaged.`, {
      remedy: 'Put it back from a backup. Without it the embedded database cannot be opened.',
      cause: error,
    });
  }
}

async function makeSecrets(dataFolder: string, file: string): Promise<Secrets> {
  const secret = () => randomBytes(32).toString('base64url');
  const secrets: Secrets = { database: secret(), session: secret() };
  await mkdir(dataFolder, { recursive: true });
  await writeFile(`${file}.new`, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600, flush: true });
  await rename(`${file}.new`, file);
  return secrets;
}
