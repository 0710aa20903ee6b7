import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, inject } from 'vitest';
import { provideEnv } from '@/lib/common/env';
import { disconnect } from '@/lib/db/client';
import { withConnection, withDatabase } from '@/lib/db/connection';
import { templateDatabase } from './database-server';

export interface FreshDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

/** A database of its own on the test server: migrated and empty, or without any table where `empty` says so. */
export async function freshDatabase(options: { empty?: boolean } = {}): Promise<FreshDatabase> {
  const server = inject('databaseServer');
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const template = options.empty === true ? 'template0' : templateDatabase;
  await withConnection(server, (client) => client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`));
  return {
    url: withDatabase(server, name),
    drop: () =>
      withConnection(server, async (client) => {
        await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
      }),
  };
}

/**
 * Gives the test file a fresh database: from now on `db()` of lib/db/client is connected to it. Call it once,
 * at the top of the file; each worker runs one file at a time, so files never see each other's rows.
 */
export function connectFreshDatabase(): void {
  let database: FreshDatabase | undefined;
  beforeAll(async () => {
    database = await freshDatabase();
    await disconnect();
    provideEnv({ DATABASE_URL: database.url, DATABASE_POOL_SIZE: '5' });
  });
  afterAll(async () => {
    await disconnect();
    await database?.drop();
  });
}
