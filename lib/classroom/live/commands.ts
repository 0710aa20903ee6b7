import 'server-only';
import type { Database } from '@/lib/db/client';
import { type Change, channel, payloadOf } from './channel';

/**
 * Tells every process that a class has moved. It is heard when the transaction is committed, and not at all where it is
 * not (PostgreSQL, NOTIFY).
 */
export async function announceChange(tx: Database, change: Change): Promise<void> {
  await tx.$executeRaw`SELECT pg_notify(${channel}, ${payloadOf(change)})`;
}
