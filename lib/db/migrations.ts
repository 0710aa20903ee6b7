import { createHash, randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';
import { AppError } from '@/lib/common/errors';
import { withConnection } from './connection';

/** The number that Prisma's own commands lock, so that they and this runner never work at the same time. */
const migrationLock = 72_707_369;

export interface Migration {
  readonly name: string;
  readonly sql: string;
  /** SHA-256 of the file, in hexadecimal, as Prisma computes it. */
  readonly checksum: string;
}

/** Reads `<folder>/<name>/migration.sql`, in the order of their names. */
export async function readMigrations(folder: string): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(
    names.sort().map(async (name) => {
      const sql = await readFile(join(folder, name, 'migration.sql'), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

/** The table as Prisma makes it, so that `prisma migrate status` reads the same history. */
const historyTable = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id"                  VARCHAR(36) PRIMARY KEY NOT NULL,
  "checksum"            VARCHAR(64) NOT NULL,
  "finished_at"         TIMESTAMPTZ,
  "migration_name"      VARCHAR(255) NOT NULL,
  "logs"                TEXT,
  "rolled_back_at"      TIMESTAMPTZ,
  "started_at"          TIMESTAMPTZ NOT NULL DEFAULT now(),
  "applied_steps_count" INTEGER NOT NULL DEFAULT 0
)`;

interface AppliedMigration {
  migration_name: string;
  checksum: string;
  finished_at: Date | null;
}

/** Throws where what the database went through is not the beginning of what the folder holds. */
function checkHistory(migrations: readonly Migration[], applied: readonly AppliedMigration[]): void {
  for (const row of applied) {
    const migration = migrations.find((one) => one.name === row.migration_name);
    if (migration === undefined) {
      throw new AppError(
        'cannot-start',
        `The database has the migration ${row.migration_name}, which this version does not know.`,
        { remedy: 'The database belongs to a newer version. Update this copy, or use another database.' },
      );
    }
    if (migration.checksum !== row.checksum) {
      throw new AppError('cannot-start', `The migration ${migration.name} was edited after it was applied.`, {
        remedy: 'Put the file back as it was, and write the change as a new migration.',
      });
    }
    if (row.finished_at === null) {
      throw new AppError('cannot-start', `The migration ${migration.name} was begun and did not finish.`, {
        remedy: 'Mend the database by hand, then mark it with `prisma migrate resolve`.',
      });
    }
  }
}

/**
 * Applies the first migration that is due, in one transaction with its row in the history. The lock lasts
 * as long as the transaction, so this works through a connection pooler as well, and of two runners the
 * second one finds nothing left to do. Answers the name, or undefined where none is due.
 */
async function applyNext(client: pg.Client, migrations: readonly Migration[]): Promise<string | undefined> {
  await client.query('BEGIN');
  try {
    await client.query('SELECT pg_advisory_xact_lock($1)', [migrationLock]);
    await client.query(historyTable);
    const { rows } = await client.query<AppliedMigration>(
      'SELECT migration_name, checksum, finished_at FROM "_prisma_migrations" WHERE rolled_back_at IS NULL',
    );
    checkHistory(migrations, rows);
    const done = new Set(rows.map((row) => row.migration_name));
    const next = migrations.find((migration) => !done.has(migration.name));
    if (next !== undefined) {
      const id = randomUUID();
      await client.query(
        'INSERT INTO "_prisma_migrations" (id, checksum, migration_name) VALUES ($1, $2, $3)',
        [id, next.checksum, next.name],
      );
      await runScript(client, next);
      await client.query(
        'UPDATE "_prisma_migrations" SET finished_at = clock_timestamp(), applied_steps_count = 1 WHERE id = $1',
        [id],
      );
    }
    await client.query('COMMIT');
    return next?.name;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
}

async function runScript(client: pg.Client, migration: Migration): Promise<void> {
  try {
    await client.query(migration.sql);
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    throw new AppError('cannot-start', `The migration ${migration.name} failed: ${words}.`, {
      remedy:
        'It was undone as a whole; nothing in the database has changed. Mend the migration and start again.',
      cause: error,
    });
  }
}

/** Brings the database up to the folder's last migration. Answers the names of those applied now. */
export async function migrate(url: string, folder: string): Promise<string[]> {
  const migrations = await readMigrations(folder);
  return withConnection(url, async (client) => {
    const applied: string[] = [];
    for (;;) {
      const name = await applyNext(client, migrations);
      if (name === undefined) return applied;
      applied.push(name);
    }
  });
}
