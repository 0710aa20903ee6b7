import 'server-only';
import type { NextAuthOptions } from 'next-auth';
import CredentialsProvider from 'next-auth/providers/credentials';
import { env } from '@/lib/common/env';
import { isAppError } from '@/lib/common/errors';
import { log } from '@/lib/common/log';
import { rememberBrowser, sentToken } from './browsers';
import { accountOf, claimsSchema, recognise } from './identity';
import { oidcId, oidcProvider } from './oidc';
import { checkCredentials } from './sign-in';

declare module 'next-auth' {
  interface Session {
    claims?: { userId: string; credentialsVersion: number };
  }
  interface User {
    credentialsVersion?: number;
  }
}
declare module 'next-auth/jwt' {
  interface JWT {
    ver?: number;
  }
}

const sessionSeconds = 7 * 24 * 60 * 60;

/** The configuration of next-auth: email and password, a provider where one is set, and a signed cookie that says who, and nothing more. */
export function authOptions(): NextAuthOptions {
  const { NEXTAUTH_SECRET: secret, NEXTAUTH_URL: address } = env();
  const secure = address?.startsWith('https://') ?? false;
  return {
    ...(secret === undefined ? {} : { secret }),
    session: { strategy: 'jwt', maxAge: sessionSeconds },
    // next-auth sets httpOnly and sameSite=lax on its cookies; with https they are also secure and host-bound.
    useSecureCookies: secure,
    pages: { signIn: '/sign-in', error: '/sign-in' },
    providers: [
      CredentialsProvider({
        name: 'Email and password',
        credentials: { email: { type: 'email' }, password: { type: 'password' } },
        authorize: async (credentials, request) => {
          try {
            const found = await checkCredentials(credentials, addressOf(request.headers), await sentToken());
            if (found !== null) await rememberBrowser(found.email);
            return found;
          } catch (error) {
            // next-auth hands the message of an error to the sign-in form, so it says a code and no more.
            if (isAppError(error)) throw new Error(error.code);
            log().error({ err: error }, 'signing in failed');
            throw new Error('internal');
          }
        },
      }),
      ...oidcProvider(),
    ],
    callbacks: {
      signIn: async ({ account, profile }) => {
        if (account?.provider !== oidcId) return true;
        const claims = claimsSchema.safeParse(profile);
        if (!claims.success) return '/sign-in?error=no-address';
        const recognised = await recognise(claims.data);
        return 'user' in recognised ? true : `/sign-in?error=${recognised.refused}`;
      },
      jwt: async ({ token, user, account, profile }) => {
        if (account?.provider === oidcId) {
          const claims = claimsSchema.parse(profile);
          const known = await accountOf(claims.iss, claims.sub);
          return known === null ? {} : { sub: known.id, ver: known.credentialsVersion };
        }
        if (user?.credentialsVersion === undefined) return token;
        return { sub: user.id, ver: user.credentialsVersion };
      },
      session: ({ session, token }) => ({
        expires: session.expires,
        ...(token.sub === undefined || token.ver === undefined
          ? {}
          : { claims: { userId: token.sub, credentialsVersion: token.ver } }),
      }),
      // The browser's part of next-auth reads the answer with `new URL`, which takes no path alone.
      redirect: ({ url, baseUrl }) => new URL(safePath(url, baseUrl), baseUrl).href,
    },
    logger: {
      error: (code) => log().warn({ code }, 'next-auth'),
      warn: (code) => log().debug({ code }, 'next-auth'),
      debug: () => undefined,
    },
  };
}

/** The address that Next saw, or that the proxy in front of it reports. */
function addressOf(headers: Readonly<Record<string, unknown>> | undefined): string {
  const forwarded = headers?.['x-forwarded-for'];
  return typeof forwarded === 'string' ? (forwarded.split(',')[0] ?? '').trim() : 'unknown';
}

/** A path of this site, or the home page: nobody is sent to another site after signing in. */
export function safePath(url: string, baseUrl: string): string {
  if (!URL.canParse(url, baseUrl)) return '/';
  const target = new URL(url, baseUrl);
  if (target.origin !== new URL(baseUrl).origin) return '/';
  return `${target.pathname}${target.search}${target.hash}`.replace(/^\/{2,}/, '/');
}
