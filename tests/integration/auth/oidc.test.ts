import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { viewerOf } from '@/lib/auth/session';
import { checkCredentials } from '@/lib/auth/sign-in';
import { db } from '@/lib/db/client';
import { makePerson } from '@/prisma/builders';
import { connectFreshDatabase } from '@/tests/helpers/database';
import { Browser, type OidcStage, startOidc } from './oidc-flow';

connectFreshDatabase();

const proven = (name: string) => ({ name, email: `${name}@Uni.example`, email_verified: true });
let stage: OidcStage;

beforeAll(async () => {
  stage = await startOidc({
    ada: proven('ada'),
    bela: proven('bela'),
    chidi: proven('chidi'),
    dana: { name: 'Dana', email: 'dana@uni.example', email_verified: false },
    dana2: { name: 'Dana', email: 'someone@uni.example', email_verified: false },
    emre: { name: 'Emre' },
    odd: { name: 'a\u202eb', email: 'odd@uni.example', email_verified: true },
    reused: proven('ada'),
  });
});
afterAll(() => stage?.stop());

const signIn = async (account: string) => {
  const browser = new Browser();
  const end = await browser.signInAs(account, stage.app);
  return { browser, end: `${end.pathname}${end.search}`, claims: await browser.claims(stage.app) };
};
const userOf = (email: string) => db().user.findUnique({ where: { email }, include: { identities: true } });

describe('signing in with a provider', () => {
  it('makes an account for who is new, whose address is proven, and knows them again', async () => {
    const first = await signIn('ada');
    expect(first.end).toBe('/courses');
    const user = await userOf('ada@uni.example');
    expect(user).toMatchObject({ name: 'ada', passwordHash: null, emailProvenAt: expect.any(Date) });
    expect(user?.identities).toMatchObject([{ issuer: stage.issuer, subject: 'ada' }]);
    expect(first.claims).toEqual({ userId: user?.id, credentialsVersion: 1 });
    expect((await signIn('ada')).claims).toEqual(first.claims);
    expect(await db().user.count({ where: { email: 'ada@uni.example' } })).toBe(1);
  });

  it('goes by the subject, whatever the address is by now', async () => {
    const { claims } = await signIn('ada');
    await db().user.update({ where: { email: 'ada@uni.example' }, data: { email: 'moved@uni.example' } });
    expect((await signIn('ada')).claims).toEqual(claims);
    await db().user.update({ where: { email: 'moved@uni.example' }, data: { email: 'ada@uni.example' } });
  });

  it('gives the account of an address to whom it belongs, and ends what its password opened', async () => {
    const squatter = await makePerson({
      name: 'B',
      email: 'bela@uni.example',
      password: 'a squatter sat here',
    });
    const old = await checkCredentials({ email: squatter.email, password: 'a squatter sat here' }, 'here');
    const { claims } = await signIn('bela');
    expect(claims?.userId).toBe(squatter.id);
    const stale = { userId: squatter.id, credentialsVersion: old?.credentialsVersion ?? 0 };
    expect(await viewerOf(stale)).toBeNull();
    expect(claims && (await viewerOf(claims))).toMatchObject({ id: squatter.id });
    expect(
      await checkCredentials({ email: squatter.email, password: 'a squatter sat here' }, 'here'),
    ).toBeNull();
  });

  it('leaves the account of an address alone where the provider does not say whose it is', async () => {
    const holder = await makePerson({
      name: 'D',
      email: 'dana@uni.example',
      password: 'the password of Dana',
    });
    const { end, claims } = await signIn('dana');
    expect(end).toBe('/sign-in?error=address-unproven');
    expect(claims).toBeUndefined();
    expect(await userOf(holder.email)).toMatchObject({ identities: [], emailProvenAt: null });
    expect(
      await checkCredentials({ email: holder.email, password: 'the password of Dana' }, 'here'),
    ).not.toBeNull();
    // An address that nobody has makes an account, whose address is as little proven as one of sign-up.
    expect((await signIn('dana2')).claims).toBeDefined();
    expect(await userOf('someone@uni.example')).toMatchObject({ emailProvenAt: null });
  });

  it('does not give an account to the next person who has its address', async () => {
    await signIn('ada');
    const { end, claims } = await signIn('reused');
    expect(end).toBe('/sign-in?error=address-of-another');
    expect(claims).toBeUndefined();
  });

  it('needs an address, and takes no name that cannot be shown', async () => {
    expect((await signIn('emre')).end).toBe('/sign-in?error=no-address');
    await signIn('odd');
    expect(await userOf('odd@uni.example')).toMatchObject({ name: 'odd' });
  });

  it('makes one account of two first sign-ins at the same moment', async () => {
    const [one, two] = await Promise.all([signIn('chidi'), signIn('chidi')]);
    expect(one.claims?.userId).toBeDefined();
    expect(two.claims).toEqual(one.claims);
  });
});

describe('an answer of the provider', () => {
  it.each(['state', 'code'])('with a forged %s signs nobody in', async (what) => {
    const browser = new Browser();
    const to = await browser.press(stage.app);
    to.searchParams.set('login_hint', 'ada');
    const callback = await stopAtCallback(browser, to);
    callback.searchParams.set(what, 'forged');
    expect((await browser.follow(callback, stage.app)).pathname).toBe('/sign-in');
    expect(await browser.claims(stage.app)).toBeUndefined();
  });

  it('is for the browser that asked, and counts once', async () => {
    const [victim, attacker] = [new Browser(), new Browser()];
    const to = await attacker.press(stage.app);
    to.searchParams.set('login_hint', 'ada');
    const callback = await stopAtCallback(attacker, to);
    expect((await victim.follow(callback, stage.app)).searchParams.get('error')).not.toBeNull();
    expect(await victim.claims(stage.app)).toBeUndefined();
    await attacker.follow(callback, stage.app);
    expect(await attacker.claims(stage.app)).toBeDefined();
    const again = new Browser();
    for (const [name, value] of attacker.cookiesOf(stage.app))
      if (!name.includes('session')) again.cookiesOf(stage.app).set(name, value);
    await again.follow(callback, stage.app);
    expect(await again.claims(stage.app)).toBeUndefined();
  });

  it('is asked for with a state, a nonce and a code challenge, and read on loopback', async () => {
    const to = await new Browser().press(stage.app);
    expect(to.origin).toBe(stage.issuer);
    expect(new URL(stage.issuer).hostname).toBe('127.0.0.1');
    const params = Object.fromEntries(to.searchParams);
    expect(params).toMatchObject({ code_challenge_method: 'S256', scope: 'openid email profile' });
    for (const name of ['state', 'nonce', 'code_challenge']) expect(params[name]).toMatch(/^[\w-]{30,}$/);
  });
});

/** Follows the provider until it sends the browser back to the app. */
async function stopAtCallback(browser: Browser, from: URL): Promise<URL> {
  let at = from;
  while (!at.pathname.startsWith('/api/auth/callback/')) {
    const next = (await browser.visit(at.href)).headers.get('location');
    if (next === null) throw new Error(`${at.href} leads nowhere`);
    at = new URL(next, at);
  }
  return at;
}
