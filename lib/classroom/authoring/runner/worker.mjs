/** The entry of a thread that works for authors; as that of `lib/exercises/runner`, it loads TypeScript through tsx. */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parentPort } from 'node:worker_threads';
import { register } from 'tsx/esm/api';

const folder = dirname(fileURLToPath(import.meta.url));
register({ tsconfig: join(folder, '../../../../tsconfig.json') });
const { start } = await import('./start.ts');
start(parentPort);
