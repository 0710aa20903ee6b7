import 'server-only';
import { getServerSession } from 'next-auth';
import { AppError } from '@/lib/common/errors';
import { db } from '@/lib/db/client';
import { authOptions } from './options';
import type { Viewer } from './viewer';

/** What the session's cookie says: who, and with which credentials. Name and roles are read from the database. */
export interface SessionClaims {
  readonly userId: string;
  readonly credentialsVersion: number;
}

/** The person of these claims, or null where the account is gone or its password was changed since. */
export async function viewerOf(claims: SessionClaims): Promise<Viewer | null> {
  return db().user.findFirst({
    where: { id: claims.userId, credentialsVersion: claims.credentialsVersion },
    select: { id: true, name: true, email: true },
  });
}

/** The person who is signed in, or null. */
export async function optionalUser(): Promise<Viewer | null> {
  const session = await getServerSession(authOptions());
  return session?.claims === undefined ? null : viewerOf(session.claims);
}

/** The person who is signed in. Throws AppError "not-signed-in". */
export async function requireUser(): Promise<Viewer> {
  const viewer = await optionalUser();
  if (viewer === null) throw new AppError('not-signed-in', 'Sign in to go on.');
  return viewer;
}
