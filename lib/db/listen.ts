import 'server-only';
import pg from 'pg';

/** What was said, or null where something may have been missed: the connection is new. */
export type Heard = (payload: string | null) => void;

export interface Ear {
  /** Hears everything from now on. Answers what ends it. */
  hear(heard: Heard): () => void;
  close(): Promise<void>;
}

/** Milliseconds before a lost connection is made again, at first and at most. */
const firstWait = 250;
const longestWait = 5_000;

/**
 * LISTEN on one connection of its own, which hears what any process says with NOTIFY once its transaction is
 * committed. A connection that breaks is made again, and everybody is told that something may have been missed. It
 * needs a session of its own: a pooler that hands connections on after each transaction (PgBouncer's transaction
 * mode) has to be gone around.
 */
export function listenTo(url: string, channel: string): Ear {
  const hearers = new Set<Heard>();
  let client: pg.Client | null = null;
  let again: NodeJS.Timeout | undefined;
  let wait = firstWait;
  let closed = false;

  const tell = (payload: string | null) => {
    for (const heard of [...hearers]) heard(payload);
  };

  const connect = async () => {
    const made = new pg.Client({
      connectionString: url,
      connectionTimeoutMillis: 5_000,
      keepAlive: true,
      application_name: 'lastref live',
    });
    client = made;
    const lost = () => {
      if (client !== made) return;
      client = null;
      void made.end().catch(() => undefined);
      if (closed) return;
      again = setTimeout(() => void connect(), wait).unref();
      wait = Math.min(2 * wait, longestWait);
    };
    made.on('error', lost);
    made.on('end', lost);
    made.on('notification', ({ payload }) => tell(payload ?? ''));
    try {
      await made.connect();
      await made.query(`LISTEN ${pg.escapeIdentifier(channel)}`);
      wait = firstWait;
      tell(null);
    } catch {
      lost();
    }
  };

  void connect();
  return {
    hear(heard) {
      hearers.add(heard);
      return () => void hearers.delete(heard);
    },
    async close() {
      closed = true;
      clearTimeout(again);
      hearers.clear();
      const open = client;
      client = null;
      await open?.end().catch(() => undefined);
    },
  };
}
