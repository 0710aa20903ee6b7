import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { withConnection } from '@/lib/db/connection';
import { ensureDatabase, startEmbedded } from '@/lib/db/embedded/server';
import { migrate } from '@/lib/db/migrations';
import { clearAbandoned, makeTemporaryFolder, removeTemporaryFolder } from './temporary-folder';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The address of the database `postgres` on the server of the integration tests. */
    databaseServer: string;
  }
}

/** The database that fresh ones are copied from: migrated, and empty. */
export const templateDatabase = 'lastref_template';

/** Starts one real PostgreSQL for all integration tests. Its data are thrown away, so it need not reach the disk. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await clearAbandoned();
  const folder = await makeTemporaryFolder();
  const server = await startEmbedded({
    dataFolder: folder,
    password: 'integration',
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' },
  });
  await ensureDatabase(server, templateDatabase);
  await migrate(server.url(templateDatabase), join(project.config.root, 'prisma/migrations'));
  await withConnection(server.url('postgres'), (client) =>
    client.query(`ALTER DATABASE ${templateDatabase} WITH is_template true`),
  );
  project.provide('databaseServer', server.url('postgres'));
  return async () => {
    await server.stop();
    await removeTemporaryFolder(folder);
  };
}
