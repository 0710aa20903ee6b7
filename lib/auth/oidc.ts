import 'server-only';
import type { OAuthConfig } from 'next-auth/providers/oauth';
import { env } from '@/lib/common/env';

export const oidcId = 'oidc';

/** The OpenID Connect provider of the settings, as people are told of it; null where none is set. */
export function oidcName(): string | null {
  return env().OIDC_ISSUER === undefined ? null : env().OIDC_NAME;
}

/**
 * The provider for next-auth, which looks up where it is and with which keys it signs. Each sign-in has a state, a nonce
 * and a code challenge, so that none can be begun by one person and ended by another.
 */
export function oidcProvider(): OAuthConfig<Record<string, unknown>>[] {
  const {
    OIDC_ISSUER: issuer,
    OIDC_CLIENT_ID: clientId,
    OIDC_CLIENT_SECRET: clientSecret,
    OIDC_NAME: name,
  } = env();
  if (issuer === undefined || clientId === undefined || clientSecret === undefined) return [];
  return [
    {
      id: oidcId,
      name,
      type: 'oauth',
      wellKnown: `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
      clientId,
      clientSecret,
      authorization: { params: { scope: 'openid email profile' } },
      idToken: true,
      checks: ['pkce', 'state', 'nonce'],
      // Many providers keep the address out of the token: it is asked for, and must be of the same subject.
      userinfo: {
        request: async ({ client, tokens }) => {
          const token = tokens as Parameters<typeof client.userinfo>[0] & {
            claims(): Record<string, unknown>;
          };
          return { ...(await client.userinfo(token)), ...token.claims() };
        },
      },
      profile: (profile) => ({ id: String(profile.sub) }),
    },
  ];
}
