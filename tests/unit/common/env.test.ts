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
