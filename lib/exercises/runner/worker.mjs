/**
 * The entry of a worker thread. It is plain JavaScript and loads the TypeScript beside it through tsx, so
 * that one file serves `next start`, `next dev`, scripts and tests alike, whatever bundles the caller.
 */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parentPort } from 'node:worker_threads';
import { register } from 'tsx/esm/api';

const folder = dirname(fileURLToPath(import.meta.url));
register({ tsconfig: join(folder, '../../../tsconfig.json') });
const [{ serve }, { workers }] = await Promise.all([import('./serve.ts'), import('./jobs.ts')]);
serve(parentPort, workers);
