import { beforeEach, describe, expect, it } from 'vitest';
import {
  changeName,
  changePassword,
  changePasswordSchema,
  hasPassword,
  resetPassword,
} from '@/lib/auth/account';
import { signInTries } from '@/lib/auth/rate-limits';
import { viewerOf } from '@/lib/auth/session';
import { checkCredentials } from '@/lib/auth/sign-in';
import type { Viewer } from '@/lib/auth/viewer';
import { db } from '@/lib/db/client';
import { enrol, makeCourse, makePerson } from '@/prisma/builders';
import { connectFreshDatabase } from '@/tests/helpers/database';

connectFreshDatabase();

const email = 'ada@example.org';
const [old, next] = ['correct horse', 'battery staple'];
const wrong = 'wrong horse!';
let ada: Viewer;

beforeEach(async () => {
  await db().rateLimit.deleteMany();
  await db().course.deleteMany();
  await db().user.deleteMany();
  ada = await makePerson({ name: 'Ada', email, password: old });
});

const enters = async (password: string) => (await checkCredentials({ email, password }, 'here')) !== null;

describe('a new password', () => {
  it('takes the place of the old one, and ends the sessions that there are', async () => {
    const session = { userId: ada.id, credentialsVersion: 1 };
    expect(await viewerOf(session)).not.toBeNull();
    await changePassword(ada, { current: old, next }, 'here');
    expect(await viewerOf(session)).toBeNull();
    expect([await enters(old), await enters(next)]).toEqual([false, true]);
  });

  it('is refused to who does not know the old one, at its field', async () => {
    await expect(changePassword(ada, { current: wrong, next }, 'here')).rejects.toMatchObject({
      code: 'invalid-input',
      details: { fields: { current: 'This is not your password.' } },
    });
    expect(await enters(old)).toBe(true);
  });

  it('cannot be reached by guessing: wrong tries are counted as those of signing in are', async () => {
    for (let i = 0; i < signInTries; i += 1) {
      await expect(changePassword(ada, { current: wrong, next }, `place ${i}`)).rejects.toThrow();
    }
    await expect(changePassword(ada, { current: old, next }, 'elsewhere')).rejects.toMatchObject({
      code: 'rate-limited',
    });
  });

  it('has at least 10 characters', () => {
    const short = changePasswordSchema.safeParse({ current: old, next: 'horse' });
    expect(short.error?.issues[0]).toMatchObject({
      path: ['next'],
      message: 'A password has at least 10 characters.',
    });
  });

  it('is one of two that are set at the same moment', async () => {
    const done = await Promise.allSettled([
      changePassword(ada, { current: old, next }, 'here'),
      changePassword(ada, { current: old, next: 'another one' }, 'there'),
    ]);
    expect(done.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await enters(old)).toBe(false);
  });

  it('cannot be set where an identity provider says who somebody is', async () => {
    const eve = await makePerson({ name: 'Eve', email: 'eve@example.org' });
    expect([await hasPassword(ada), await hasPassword(eve)]).toEqual([true, false]);
    await expect(changePassword(eve, { current: old, next }, 'here')).rejects.toMatchObject({
      code: 'forbidden',
    });
  });
});

describe('people of the demo', () => {
  it('keep name and password, because everybody knows them', async () => {
    const demo = await makePerson({ name: 'Demo', email: 'teacher@demo.lastref', password: old });
    await enrol(await makeCourse('Demo', { isDemo: true }), demo, 'teacher');
    await expect(changePassword(demo, { current: old, next }, 'here')).rejects.toMatchObject({
      code: 'forbidden',
    });
    await expect(changeName(demo, { name: 'Eve' })).rejects.toMatchObject({ code: 'forbidden' });
    // The address alone makes nobody one of them.
    const other = await makePerson({ name: 'Other', email: 'other@demo.lastref', password: old });
    await changeName(other, { name: 'Another' });
    expect(await db().user.findUnique({ where: { id: other.id } })).toMatchObject({ name: 'Another' });
  });
});

describe('a password that is reset for somebody', () => {
  it('is told, enters, and ends the sessions', async () => {
    const password = await resetPassword(' ADA@example.org ');
    expect(password).toMatch(/^([a-z2-9]{4}-){3}[a-z2-9]{4}$/);
    expect([await enters(old), await enters(password)]).toEqual([false, true]);
    expect(await viewerOf({ userId: ada.id, credentialsVersion: 1 })).toBeNull();
  });

  it('needs an account', async () => {
    await expect(resetPassword('nobody@example.org')).rejects.toMatchObject({ code: 'not-found' });
  });
});
