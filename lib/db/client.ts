import 'server-only';
import { PrismaPg } from '@prisma/adapter-pg';
import { databaseUrl, env } from '@/lib/common/env';
import { PrismaClient } from './generated/client';

// Next loads a module once for each bundle, and again after each change in development. The pool of
// connections must be one for the process all the same.
const shared = globalThis as typeof globalThis & { lastrefDatabase?: PrismaClient };

/** What both the client and a transaction of it can do. Queries and commands take this as their first word. */
export type Database = Omit<
  PrismaClient,
  '$connect' | '$disconnect' | '$on' | '$transaction' | '$extends' | '$use'
>;

/** A client of its own for the given address; the caller disconnects it. */
export function connect(url: string, poolSize: number): PrismaClient {
  return new PrismaClient({
    adapter: new PrismaPg({
      connectionString: url,
      max: poolSize,
      connectionTimeoutMillis: 5_000,
      idleTimeoutMillis: 30_000,
      application_name: 'lastref',
    }),
  });
}

/** The client of this process. Its pool holds DATABASE_POOL_SIZE connections at most. */
export function db(): PrismaClient {
  shared.lastrefDatabase ??= connect(databaseUrl(), env().DATABASE_POOL_SIZE);
  return shared.lastrefDatabase;
}

/** Gives the connections back, at the end of a command or of a test file. */
export async function disconnect(): Promise<void> {
  const client = shared.lastrefDatabase;
  delete shared.lastrefDatabase;
  await client?.$disconnect();
}
