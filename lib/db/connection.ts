import pg from 'pg';
import { AppError } from '@/lib/common/errors';

/** The address of another database on the same server. */
export function withDatabase(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${encodeURIComponent(database)}`;
  return changed.toString();
}

/** The address without its password, for messages. */
export function withoutPassword(url: string): string {
  const shown = new URL(url);
  if (shown.password) shown.password = '…';
  return decodeURIComponent(shown.toString());
}

/** Opens one connection, hands it to `work` and closes it. */
export async function withConnection<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: 5_000,
    application_name: 'lastref',
  });
  // A connection that breaks while idle reports here; the next query on it fails with the cause.
  client.on('error', () => undefined);
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

const remedies: Readonly<Record<string, string>> = {
  '28P01': 'Its name or password is wrong. Correct DATABASE_URL.',
  '28000': 'It does not let this user in. Correct DATABASE_URL, or the pg_hba.conf of the server.',
  '3D000': 'The database does not exist. Make it (createdb), or correct the end of DATABASE_URL.',
  ECONNREFUSED: 'No server listens there. Start it, or correct the host and port in DATABASE_URL.',
  ENOTFOUND: 'The host is not known. Correct it in DATABASE_URL.',
  '53300': 'It has no connection free. Raise its max_connections, or lower DATABASE_POOL_SIZE.',
};

const oldestServer = 140_000;

/**
 * Checks that a server answers at the address and is new enough.
 * Throws AppError "database-unavailable" that says what to do.
 */
export async function checkConnection(url: string): Promise<void> {
  let version: number;
  try {
    version = await withConnection(url, async (client) => {
      const answer = await client.query<{ version: number }>(
        "SELECT current_setting('server_version_num')::int AS version",
      );
      return answer.rows[0]?.version ?? 0;
    });
  } catch (error) {
    const code = String((error as { code?: unknown }).code ?? '');
    const words = error instanceof Error ? error.message : String(error);
    throw new AppError(
      'database-unavailable',
      `The database at ${withoutPassword(url)} cannot be used: ${words || code}.`,
      {
        remedy: remedies[code] ?? 'Check that the server runs and that DATABASE_URL is right.',
        cause: error,
      },
    );
  }
  if (version < oldestServer) {
    throw new AppError('database-unavailable', `The database at ${withoutPassword(url)} is too old.`, {
      remedy: 'Lastref needs PostgreSQL 14 or newer.',
    });
  }
}
