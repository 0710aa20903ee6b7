import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { promisify } from 'node:util';
import { encode } from 'next-auth/jwt';
import { beforeEach, describe, expect, it } from 'vitest';
import { browserToken } from '@/lib/auth/browsers';
import { signInTries, strangersTries } from '@/lib/auth/rate-limits';
import { viewerOf } from '@/lib/auth/session';
import { checkCredentials } from '@/lib/auth/sign-in';
import { childEnv, databaseUrl, env, provideEnv } from '@/lib/common/env';
import { db } from '@/lib/db/client';
import { makePerson } from '@/prisma/builders';
import { connectFreshDatabase } from '@/tests/helpers/database';

connectFreshDatabase();
provideEnv({ NEXTAUTH_SECRET: 'a secret for tests only, of 32 characters' });

/** Signed with the same secret, for another use. */
const sessionToken = () =>
  encode({ token: { email, browser: randomUUID() }, secret: env().NEXTAUTH_SECRET ?? '' });

const password = 'correct horse battery';
const email = 'ada@example.org';

beforeEach(async () => {
  await db().rateLimit.deleteMany();
  await makePerson({ name: 'Ada', email, password });
});

describe('signing in', () => {
  it('takes the right password, however the address is written', async () => {
    expect(await checkCredentials({ email: ' Ada@Example.org ', password }, 'here')).toMatchObject({
      name: 'Ada',
      email,
    });
  });

  it('gives one answer for a wrong password, an unknown person and one without a password', async () => {
    await makePerson({ name: 'No password', email: 'none@example.org' });
    for (const raw of [
      { email, password: 'wrong' },
      { email: 'nobody@example.org', password },
      { email: 'none@example.org', password },
      { email, password: '' },
      { email },
      null,
      { email: { $ne: '' }, password: { $ne: '' } },
    ]) {
      expect(await checkCredentials(raw, 'here')).toBeNull();
    }
  });

  it('verifies a password even where there is no such person', async () => {
    const time = async (address: string) => {
      const start = performance.now();
      await checkCredentials({ email: address, password: 'wrong' }, 'here');
      return performance.now() - start;
    };
    /** The quickest of a few, so that a busy machine is no matter. */
    const quickest = async (address: string) =>
      Math.min(await time(address), await time(address), await time(address));
    await time('warm-up@example.org');
    const known = await quickest(email);
    const unknown = await quickest('nobody@example.org');
    // A look-up alone takes a millisecond or two, the hash tens of them.
    expect(unknown).toBeGreaterThan(known / 4);
  });

  it('stores no password and no address that was tried', async () => {
    await checkCredentials({ email, password: 'wrong' }, '192.0.2.7');
    const user = await db().user.findUniqueOrThrow({ where: { email } });
    expect(user.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    const rows = JSON.stringify(await db().rateLimit.findMany({ select: { key: true, points: true } }));
    expect(rows).not.toContain('ada');
    expect(rows).not.toContain('192.0.2.7');
  });

  /** So many wrong passwords, each from the place that is named for its number. */
  const guess = async (tries: number, placeOf: (n: number) => string) => {
    for (let n = 0; n < tries; n += 1) await checkCredentials({ email, password: `wrong ${n}` }, placeOf(n));
  };
  const limited = expect.objectContaining({ code: 'rate-limited' });

  it('refuses further tries from a place, the right password included; other people and places are not held up', async () => {
    await makePerson({ name: 'Bela', email: 'bela@example.org', password });
    await guess(signInTries, () => 'there');
    await expect(checkCredentials({ email, password }, 'there')).rejects.toEqual(limited);
    expect(await checkCredentials({ email: 'bela@example.org', password }, 'there')).not.toBeNull();
    expect(await checkCredentials({ email, password }, 'at home')).not.toBeNull();
  });

  it('refuses tries from many places, but not from a browser in which the person has signed in before', async () => {
    await makePerson({ name: 'Bela', email: 'bela@example.org', password });
    const [own, of] = [await browserToken(email), await browserToken('bela@example.org')];
    await guess(strangersTries, (n) => `place ${n}`);
    await expect(checkCredentials({ email, password }, 'at home')).rejects.toEqual(limited);
    // Neither somebody else's browser nor a forged token is one of theirs.
    for (const token of [of, `${own}x`, 'x', await sessionToken()])
      await expect(checkCredentials({ email, password }, 'at home', token)).rejects.toEqual(limited);
    expect(await checkCredentials({ email, password }, 'at home', own)).not.toBeNull();
  });

  it('counts the tries of such a browser as well', async () => {
    const own = await browserToken(email);
    for (let n = 0; n < signInTries; n += 1)
      expect(await checkCredentials({ email, password: 'wrong' }, `place ${n}`, own)).toBeNull();
    await expect(checkCredentials({ email, password }, 'at home', own)).rejects.toEqual(limited);
  });

  it('counts what another process has counted', async () => {
    const script = `
      const { checkCredentials } = await import('@/lib/auth/sign-in');
      const { disconnect } = await import('@/lib/db/client');
      for (let n = 0; n < ${signInTries}; n += 1)
        await checkCredentials({ email: '${email}', password: 'wrong' }, 'there');
      await disconnect();`;
    const words = ['--conditions=react-server', '--import=tsx', '--input-type=module', '--eval', script];
    await promisify(execFile)(process.execPath, words, { env: childEnv({ DATABASE_URL: databaseUrl() }) });
    await expect(checkCredentials({ email, password }, 'there')).rejects.toEqual(limited);
  });

  it('counts tries at the same moment', async () => {
    const tries = Array.from({ length: signInTries * 2 }, () =>
      checkCredentials({ email, password: 'wrong' }, 'here').then(
        () => 'tried',
        () => 'refused',
      ),
    );
    const outcomes = await Promise.all(tries);
    expect(outcomes.filter((outcome) => outcome === 'tried')).toHaveLength(signInTries);
  });

  it('begins to count again after a success', async () => {
    for (let round = 0; round < 2; round += 1) {
      for (let tries = 0; tries < signInTries - 1; tries += 1) {
        await checkCredentials({ email, password: 'wrong' }, `round ${round}`);
      }
      expect(await checkCredentials({ email, password }, `round ${round}`)).not.toBeNull();
    }
  });
});

describe('a session', () => {
  it('ends when the password changes', async () => {
    const signedIn = await checkCredentials({ email, password }, 'here');
    if (signedIn === null) throw new Error('not signed in');
    const claims = { userId: signedIn.id, credentialsVersion: signedIn.credentialsVersion };
    expect(await viewerOf(claims)).toEqual({ id: signedIn.id, name: 'Ada', email });
    await db().user.update({ where: { email }, data: { credentialsVersion: { increment: 1 } } });
    expect(await viewerOf(claims)).toBeNull();
  });
});
