import { expect, it } from 'vitest';
import { readEnv } from '@/lib/common/env';

it('has defaults that reach no other machine', () => {
  expect(readEnv({})).toMatchObject({
    PORT: 3000,
    HOST: '127.0.0.1',
    DATABASE_POOL_SIZE: 10,
    LASTREF_DEMO: 'yes',
  });
});

it('takes a variable that is set to nothing as not set', () => {
  expect(readEnv({ DATABASE_URL: '', PORT: '' })).toMatchObject({ PORT: 3000 });
  expect(readEnv({ DATABASE_URL: '' }).DATABASE_URL).toBeUndefined();
});

it('names every variable at fault', () => {
  const bad = { PORT: '3000x', DATABASE_URL: 'mysql://there/', NEXTAUTH_SECRET: 'short' };
  expect(() => readEnv(bad)).toThrow(/DATABASE_URL.*PORT.*NEXTAUTH_SECRET/);
});

it.each(['-1', '65536', '3.5', ' 3000'])('refuses the port "%s"', (port) => {
  expect(() => readEnv({ PORT: port })).toThrow(/PORT/);
});

const provider = { OIDC_CLIENT_ID: 'lastref', OIDC_CLIENT_SECRET: 'secret' };

it.each([
  'https://login.uni.example',
  'https://uni.example/realms/x',
  'http://127.0.0.1:9000',
  'http://localhost:80',
])('takes the provider %s', (issuer) => {
  expect(readEnv({ ...provider, OIDC_ISSUER: issuer }).OIDC_ISSUER).toBe(issuer);
});

it.each(['http://login.uni.example', 'http://127.0.0.1.evil.example', 'ftp://uni.example', 'uni.example'])(
  'refuses the provider %s, which others could speak for',
  (issuer) => {
    expect(() => readEnv({ ...provider, OIDC_ISSUER: issuer })).toThrow(/OIDC_ISSUER/);
  },
);

it('refuses a provider to which the app is nobody', () => {
  const issuer = { OIDC_ISSUER: 'https://login.uni.example' };
  expect(() => readEnv(issuer)).toThrow(/OIDC_CLIENT_ID and OIDC_CLIENT_SECRET/);
  expect(() => readEnv({ ...issuer, OIDC_CLIENT_ID: 'lastref' })).toThrow(/OIDC_CLIENT_SECRET/);
});
