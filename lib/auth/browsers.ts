/**
 * Browsers in which a person has signed in before. Each has a cookie that says so, so that whoever tries passwords for
 * somebody else's address holds up strangers to it, and not that person (OWASP, device cookies).
 */
import 'server-only';
import { randomUUID } from 'node:crypto';
import { cookies } from 'next/headers';
import { decode, encode } from 'next-auth/jwt';
import { z } from 'zod';
import { env } from '@/lib/common/env';

const cookieName = 'lastref-browser';
const seconds = 180 * 24 * 60 * 60;
/** Sets the key apart from that of sessions: neither token passes for the other. */
const salt = cookieName;

const tokenSchema = z.object({ email: z.string(), browser: z.uuid() });

const secretOf = (): string => env().NEXTAUTH_SECRET ?? '';

/** A new token of a browser in which the person with this address has signed in. */
export const browserToken = (email: string): Promise<string> =>
  encode({ token: { email, browser: randomUUID() }, secret: secretOf(), salt, maxAge: seconds });

/** The browser of a token, where it is one of the person with this address; null for any other. */
export async function knownBrowser(token: string | undefined, email: string): Promise<string | null> {
  if (token === undefined) return null;
  const read = await decode({ token, secret: secretOf(), salt }).catch(() => null);
  const known = tokenSchema.safeParse(read);
  return known.success && known.data.email === email ? known.data.browser : null;
}

/** The token that this request came with. */
export async function sentToken(): Promise<string | undefined> {
  return (await cookies()).get(cookieName)?.value;
}

/** Gives the browser of this request its token, unless it has one of this person. Goes nowhere but to sign-in. */
export async function rememberBrowser(email: string): Promise<void> {
  if ((await knownBrowser(await sentToken(), email)) !== null) return;
  const secure = env().NEXTAUTH_URL?.startsWith('https://') ?? false;
  const options = { httpOnly: true, sameSite: 'lax', secure, path: '/api/auth', maxAge: seconds } as const;
  (await cookies()).set(cookieName, await browserToken(email), options);
}
