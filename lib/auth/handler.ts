import 'server-only';
import NextAuth from 'next-auth';
import { authOptions } from './options';

type Handler = (request: Request, context: unknown) => Promise<Response>;

/** Answers the routes below /api/auth. The configuration is read at the first request, not while the app is built. */
export const authHandler: Handler = (request, context) => {
  const handle = NextAuth(authOptions()) as Handler;
  return handle(request, context);
};
