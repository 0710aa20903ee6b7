import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { signUpTries } from '@/lib/auth/rate-limits';
import { checkCredentials } from '@/lib/auth/sign-in';
import { signUp, signUpSchema } from '@/lib/auth/sign-up';
import { provideEnv } from '@/lib/common/env';
import { db } from '@/lib/db/client';
import { makePerson } from '@/prisma/builders';
import { connectFreshDatabase } from '@/tests/helpers/database';

connectFreshDatabase();

const ada = { name: 'Ada', email: 'ada@example.org', password: 'correct horse' };

beforeEach(async () => {
  await db().rateLimit.deleteMany();
  await db().user.deleteMany();
});
afterEach(() => provideEnv({ LASTREF_SIGN_UP: 'yes' }));

describe('signing up', () => {
  it('makes an account, whose address nobody has checked', async () => {
    await signUp(signUpSchema.parse({ ...ada, name: '  Ada ', email: ' ADA@example.org' }), 'here');
    expect(await checkCredentials(ada, 'here')).toMatchObject({ name: 'Ada', email: 'ada@example.org' });
    expect(await db().user.findUnique({ where: { email: ada.email } })).toMatchObject({
      emailProvenAt: null,
    });
  });

  it('answers the same for an address that is taken, and changes nothing there', async () => {
    const held = await makePerson({ ...ada, password: 'the first one' });
    const before = await db().user.findUnique({ where: { id: held.id } });
    expect(await signUp({ ...ada, name: 'Eve' }, 'here')).toBe(
      await signUp({ ...ada, email: 'new@example.org' }, 'here'),
    );
    expect(await db().user.findUnique({ where: { id: held.id } })).toEqual(before);
    expect(await checkCredentials(ada, 'here')).toBeNull();
  });

  it('takes about as long for an address that is taken as for one that is not', async () => {
    const time = async (email: string) => {
      const start = performance.now();
      await signUp({ ...ada, email }, 'here');
      return performance.now() - start;
    };
    await time('warm-up@example.org');
    const free = Math.min(
      await time('a@example.org'),
      await time('b@example.org'),
      await time('c@example.org'),
    );
    const taken = Math.min(
      await time('a@example.org'),
      await time('b@example.org'),
      await time('c@example.org'),
    );
    // Hashing takes tens of milliseconds, all the rest a few.
    expect(taken).toBeGreaterThan(free / 4);
    expect(free).toBeGreaterThan(taken / 4);
  });

  it('makes one account of two at the same moment', async () => {
    await Promise.all([signUp(ada, 'here'), signUp({ ...ada, name: 'Eve' }, 'there')]);
    expect(await db().user.count({ where: { email: ada.email } })).toBe(1);
  });

  it('is closed by a setting, also to who calls the action', async () => {
    provideEnv({ LASTREF_SIGN_UP: 'no' });
    await expect(signUp(ada, 'here')).rejects.toMatchObject({ code: 'forbidden' });
    expect(await db().user.count()).toBe(0);
  });

  it('is counted by address of the person, made or not', async () => {
    for (let i = 0; i < signUpTries; i += 1) await signUp(ada, `place ${i}`);
    await expect(signUp(ada, 'elsewhere')).rejects.toMatchObject({ code: 'rate-limited' });
    await expect(signUp({ ...ada, email: 'other@example.org' }, 'elsewhere')).resolves.toBeUndefined();
  });

  it.each([
    ['name', ''],
    ['name', '   '],
    ['name', 'x'.repeat(121)],
    ['name', 'a\u0007b'],
    ['name', 'a\u202eb'],
    ['name', 'a\nb'],
    ['email', 'nobody'],
    ['email', 'a@b'],
    ['email', 'a b@example.org'],
    ['email', `${'a'.repeat(250)}@example.org`],
    ['password', 'too short'],
    ['password', 'x'.repeat(201)],
  ])('refuses the %s %j', (field, value) => {
    const result = signUpSchema.safeParse({ ...ada, [field]: value });
    expect(result.error?.issues.map(({ path }) => path[0])).toEqual([field]);
  });

  it('refuses fields that it does not know', () => {
    expect(signUpSchema.safeParse({ ...ada, emailProvenAt: new Date() }).success).toBe(false);
  });
});
