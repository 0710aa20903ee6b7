/** Runs one of the scripts that write to the database, in a process of its own as the server's code runs. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { childEnv } from '../../../lib/common/env';

/** Answers the last line that the script printed. */
export async function runScript(script: string, databaseUrl: string): Promise<string> {
  const words = ['--conditions=react-server', '--import=tsx', script];
  const { stdout } = await promisify(execFile)(process.execPath, words, {
    env: childEnv({ DATABASE_URL: databaseUrl, NODE_OPTIONS: undefined }),
  });
  return stdout.trim().split('\n').at(-1) ?? '';
}
