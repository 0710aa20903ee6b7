import 'server-only';
import { db } from './client';

/** Whether the database answers a question. Never throws. */
export async function databaseAnswers(): Promise<boolean> {
  try {
    await db().$queryRaw`SELECT 1`;
    return true;
  } catch {
    return false;
  }
}
