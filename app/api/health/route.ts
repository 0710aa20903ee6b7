import { databaseAnswers } from '@/lib/db/health';

export const dynamic = 'force-dynamic';

/** For load balancers and the start: 200 when the app and its database answer, else 503. */
export async function GET(): Promise<Response> {
  const well = await databaseAnswers();
  return Response.json({ status: well ? 'ok' : 'database-unavailable' }, { status: well ? 200 : 503 });
}
