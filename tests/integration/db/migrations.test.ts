import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { withConnection } from '@/lib/db/connection';
import { migrate } from '@/lib/db/migrations';
import { type FreshDatabase, freshDatabase } from '../../helpers/database';

let database: FreshDatabase;
let folder: string;

const write = async (name: string, sql: string) => {
  await mkdir(join(folder, name), { recursive: true });
  await writeFile(join(folder, name, 'migration.sql'), sql);
};

const query = async (sql: string) =>
  (await withConnection(database.url, (client) => client.query(sql))).rows as Record<string, unknown>[];

beforeEach(async () => {
  database = await freshDatabase({ empty: true });
  folder = await mkdtemp(join(tmpdir(), 'lastref-migrations-'));
  await write('20260101000000_first', 'CREATE TABLE one (id int);');
  await write('20260102000000_second', 'CREATE TABLE two (id int); INSERT INTO two VALUES (2);');
});

afterEach(async () => {
  await database.drop();
  await rm(folder, { recursive: true });
});

describe('migrate', () => {
  it('applies what is due in order, once, and keeps the history in the form of Prisma', async () => {
    expect(await migrate(database.url, folder)).toEqual(['20260101000000_first', '20260102000000_second']);
    expect(await migrate(database.url, folder)).toEqual([]);
    expect(await query('SELECT id FROM two')).toEqual([{ id: 2 }]);
    const history = await query(
      'SELECT migration_name, checksum, applied_steps_count, finished_at IS NOT NULL AS done FROM _prisma_migrations ORDER BY 1',
    );
    expect(history).toEqual([
      {
        migration_name: '20260101000000_first',
        // printf 'CREATE TABLE one (id int);' | sha256sum
        checksum: '04a23a219a95ac16cc1a98a9a3789601d0a1ec6c704cf84c991592b0ba740e6b',
        applied_steps_count: 1,
        done: true,
      },
      expect.objectContaining({ migration_name: '20260102000000_second', done: true }),
    ]);
  });

  it('lets two runners work at once without applying anything twice', async () => {
    const both = await Promise.all([migrate(database.url, folder), migrate(database.url, folder)]);
    expect(both.flat().sort()).toEqual(['20260101000000_first', '20260102000000_second']);
    expect(await query('SELECT id FROM two')).toHaveLength(1);
  });

  it('refuses a migration that was edited after it was applied', async () => {
    await migrate(database.url, folder);
    await write('20260101000000_first', 'CREATE TABLE one (id bigint);');
    await write('20260103000000_third', 'CREATE TABLE three (id int);');
    await expect(migrate(database.url, folder)).rejects.toThrow(/20260101000000_first was edited/);
    expect(await query("SELECT to_regclass('three') AS found")).toEqual([{ found: null }]);
  });

  it('refuses a database that a newer version has migrated', async () => {
    await migrate(database.url, folder);
    await rm(join(folder, '20260102000000_second'), { recursive: true });
    await expect(migrate(database.url, folder)).rejects.toThrow(/does not know/);
  });

  it('undoes a migration that fails as a whole, and goes on once it is mended', async () => {
    await write('20260103000000_third', 'CREATE TABLE three (id int); SELECT nothing_of_the_kind();');
    await expect(migrate(database.url, folder)).rejects.toThrow(/20260103000000_third failed/);
    expect(await query("SELECT to_regclass('three') AS found")).toEqual([{ found: null }]);
    await write('20260103000000_third', 'CREATE TABLE three (id int);');
    expect(await migrate(database.url, folder)).toEqual(['20260103000000_third']);
  });
});
