import 'server-only';
import { databaseUrl } from '@/lib/common/env';
import { type Ear, listenTo } from '@/lib/db/listen';
import { changeOf, channel } from './channel';

// One connection hears for the whole process, whatever the number of bundles that Next loads this in.
const shared = globalThis as typeof globalThis & { lastrefEar?: Ear };

/**
 * Calls `moved` when somebody in the course begins or submits an attempt, at whichever process; with null where
 * something may have been missed. Answers what ends it.
 */
export function onChange(courseId: string, moved: (quizId: string | null) => void): () => void {
  shared.lastrefEar ??= listenTo(databaseUrl(), channel);
  return shared.lastrefEar.hear((payload) => {
    if (payload === null) return moved(null);
    const change = changeOf(payload);
    if (change?.courseId === courseId) moved(change.quizId);
  });
}

/** Ends the connection, at the end of a test file. */
export async function stopHearing(): Promise<void> {
  const ear = shared.lastrefEar;
  delete shared.lastrefEar;
  await ear?.close();
}
