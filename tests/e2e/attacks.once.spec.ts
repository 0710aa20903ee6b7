/** Attacker and victim where the web layer matters: addresses, payloads, other sites, and the way back after signing in. */
import { randomUUID } from 'node:crypto';
import { type APIRequestContext, expect, test } from '@playwright/test';
import { env } from '../../lib/common/env';
import { keyFields, leaks } from './leaks';
import { runScript } from './rights/child';
import { type Places, secrets } from './rights/people';
import { exerciseSlug, lessonSlug, pages, unitSlug } from './rights/places';
import { anonymous, signedIn } from './rights/sessions';

const base = () => env().E2E_BASE_URL ?? '';
let places: Places;
let student: APIRequestContext;
let owner: APIRequestContext;
let attacker: APIRequestContext;

test.describe.configure({ timeout: 180_000, mode: 'default' });
test.beforeAll(async () => {
  places = JSON.parse(await runScript('tests/e2e/rights/make-course.ts', env().E2E_DATABASE_URL ?? ''));
  student = await signedIn(base(), places.emails.student);
  owner = await signedIn(base(), places.emails.owner);
  attacker = await signedIn(base(), places.emails.teacherElsewhere);
});
test.afterAll(async () => {
  for (const context of [student, owner, attacker]) await context.dispose();
});

test('ids of another course in the addresses of one’s own lead nowhere', async () => {
  const wrong: string[] = [];
  for (const [route, { address }] of Object.entries(pages)) {
    if (!route.startsWith('/teach/[courseId]/') || (route.match(/\[/g) ?? []).length < 2) continue;
    const response = await attacker.get(address({ ...places, courseId: places.elsewhere }));
    const body = await response.text();
    // An exercise of the catalogue is everybody's: its page is there, and empty.
    const shared = route.endsWith('[exerciseId]');
    if (response.status() !== 404 && !shared) wrong.push(`${route}: ${response.status()}`);
    for (const secret of Object.values(secrets)) if (body.includes(secret)) wrong.push(`${route}: ${secret}`);
  }
  for (const part of ['board?quiz=', 'events?quiz='])
    for (const courseId of [places.courseId, places.elsewhere]) {
      if (part.startsWith('events') && courseId === places.elsewhere) continue;
      const { quizId } = places;
      const response = await attacker.get(`/api/courses/${courseId}/live/${part}${quizId}`);
      if (response.status() !== 404) wrong.push(`${part}: ${response.status()}`);
    }
  expect(wrong).toEqual([]);
});

test('nothing of a key is told before its time, whatever address is asked', async () => {
  const { courseId, held } = places;
  const { attemptId } = held;
  const found: string[] = [];
  const ask = async (address: string, expected: number) => {
    for (const headers of [{}, { RSC: '1' }]) {
      const response = await student.get(address, { headers, maxRedirects: 0 });
      if (!('RSC' in headers) && response.status() !== expected)
        found.push(`${address}: ${response.status()}`);
      found.push(...leaks([{ url: address, text: await response.text() }], keyFields));
    }
  };
  await ask(`/assignments/${courseId}/${held.assignmentId}`, 200);
  await ask(`/assignments/${courseId}/${held.assignmentId}/${attemptId}`, 200);
  for (const quiz of [
    `/lessons/${lessonSlug}/quiz`,
    `/exercises/${unitSlug}/quiz`,
    `/exercises/${exerciseSlug}`,
  ])
    await ask(`${quiz}/${attemptId}`, 404);
  await ask(`/quizzes/${courseId}/${held.quizId}`, 404);
  await ask(`/quizzes/${courseId}/${held.quizId}/${attemptId}`, 404);
  await ask(`/quizzes/${courseId}/${places.quizId}/${attemptId}`, 404);
  for (const route of [
    `gradebook/canvas`,
    `gradebook/long`,
    `live/board?quiz=${held.quizId}`,
    'live/events',
  ]) {
    const response = await student.get(`/api/courses/${courseId}/${route}`);
    if (response.status() !== 403) found.push(`${route}: ${response.status()}`);
  }
  expect(found).toEqual([]);
});

/** Names that some page reads from its address. */
const parameters = [
  'quiz',
  'question',
  'belief',
  'section',
  'names',
  'page',
  'search',
  'role',
  'state',
  'sort',
  'down',
  'part',
  'assignment',
  'after',
  'concept',
  'difficulty',
  'ask',
  'seed',
  'for',
  'callbackUrl',
  'error',
  'code',
  'step',
  'who',
  'what',
  'by',
  'name',
  'view',
  'show',
  'action',
];
/** In a query, and as a part of the path. */
const hostile = ['a%00b', '%ff', '1e999'];
const hostileParts = ['%00', '%ff', '%ed%a0%80', 'x'.repeat(2000)];

test('no address makes a page fail, whatever stands in it', async () => {
  const failed: string[] = [];
  const ask = async (address: string) => {
    const response = await owner.get(address, { maxRedirects: 0 });
    if (response.status() >= 500) failed.push(`${response.status()} ${address.slice(0, 120)}`);
  };
  for (const [route, { address }] of Object.entries(pages)) {
    const [path = '', known = ''] = address(places).split('?');
    for (const value of hostile) {
      const asked = parameters.map((name) => `${name}=${value}`).join('&');
      await ask(`${path}?${asked}`);
    }
    // One at a time where the others are right, and each of them twice.
    for (const name of new URLSearchParams(known).keys()) await ask(`${path}?${known}&${name}=%ff&${name}=x`);
    if (!route.endsWith(']')) continue;
    const above = path.slice(0, path.lastIndexOf('/'));
    for (const part of hostileParts) await ask(`${above}/${part}`);
  }
  expect(failed).toEqual([]);
});

/** The ids of the server actions that a page offers. */
async function actionsOf(context: APIRequestContext, address: string): Promise<string[]> {
  const text = await (await context.get(address)).text();
  return [...new Set(text.match(/\b[0-9a-f]{42}\b/g) ?? [])];
}

test('another site makes nobody do anything', async () => {
  const title = `Forged ${randomUUID()}`;
  const ids = await actionsOf(owner, '/courses');
  expect(ids.length).toBeGreaterThan(0);
  const made = async () => (await (await owner.get('/courses')).text()).includes(title);
  const send = async (headers: Record<string, string>) => {
    for (const id of ids) {
      await owner.post('/courses', {
        headers: { 'next-action': id, 'content-type': 'text/plain;charset=UTF-8', ...headers },
        data: JSON.stringify([{ title, timeZone: 'UTC' }]),
      });
    }
  };
  const host = new URL(base()).host;
  for (const headers of [
    { origin: 'http://evil.example' },
    { origin: 'null' },
    { origin: `http://${host}.evil.example` },
    { origin: `http://evil.example/${host}` },
    { origin: base(), 'sec-fetch-site': 'cross-site' },
    { origin: base(), 'sec-fetch-site': 'same-site' },
    { origin: 'http://evil.example', 'x-forwarded-host': 'evil.example', 'sec-fetch-site': 'cross-site' },
    {},
  ])
    await send(headers as Record<string, string>);
  expect(await made()).toBe(false);
  // The same request, from this site: the search above would have found it.
  await send({ origin: base(), 'sec-fetch-site': 'same-origin' });
  expect(await made()).toBe(true);
});

test('nobody is signed in or out without the token of this site', async () => {
  const victim = await signedIn(base(), places.emails.classmate);
  const nobody = await anonymous(base());
  const name = /"claims":/;
  const session = async (of: APIRequestContext) => (await of.get('/api/auth/session')).text();
  expect(await session(victim)).toMatch(name);
  for (const form of [{}, { csrfToken: 'x' }]) {
    await victim.post('/api/auth/signout', { form, headers: { origin: 'http://evil.example' } });
    await victim.get('/api/auth/signout');
    expect(await session(victim)).toMatch(name);
    const account = { email: places.emails.student, password: 'a password for tests only' };
    await nobody.post('/api/auth/callback/credentials', { form: { ...account, ...form }, maxRedirects: 0 });
    expect(await session(nobody)).not.toMatch(name);
  }
  await victim.dispose();
  await nobody.dispose();
});

test('cookies are out of reach of scripts and of other sites', async () => {
  const { cookies } = await student.storageState();
  const named = Object.fromEntries(cookies.map((cookie) => [cookie.name, cookie]));
  const session = named['next-auth.session-token'];
  expect(session).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' });
  const browser = named['lastref-browser'];
  expect(browser).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/api/auth' });
  // That somebody signed in here before opens nothing.
  const other = await anonymous(base());
  const posing = `next-auth.session-token=${browser?.value}; lastref-browser=${browser?.value}`;
  const told = await other.get('/api/auth/session', { headers: { cookie: posing } });
  expect(await told.text()).not.toContain('claims');
  await other.dispose();
});

const elsewhere = [
  '//evil.example',
  '///evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  'https://evil.example',
  'https:evil.example',
  'http:/evil.example',
  'javascript:alert(1)',
  ' javascript:alert(1)',
  'data:text/html,x',
  '@evil.example',
  'http://localhost@evil.example',
  '/%09/evil.example',
  '/\t/evil.example',
  '/%2f%2fevil.example/..',
  '/%5cevil.example',
  '/.//evil.example',
  '/..//evil.example',
];

test('the way back after signing in never leaves this site', async () => {
  const left: string[] = [];
  const here = (location: string) => new URL(location, base()).host === new URL(base()).host;
  for (const wanted of elsewhere) {
    for (const page of ['/sign-in', '/sign-up']) {
      for (const query of [encodeURIComponent(wanted), `${encodeURIComponent(wanted)}&callbackUrl=/x`]) {
        const { status, location } = await student
          .get(`${page}?callbackUrl=${query}`, { maxRedirects: 0 })
          .then((response) => ({ status: response.status(), location: response.headers().location }));
        if (status >= 500 || location === undefined || !here(location))
          left.push(`${page} ${wanted}: ${location}`);
      }
    }
    const fresh = await anonymous(base());
    const { csrfToken } = (await (await fresh.get('/api/auth/csrf')).json()) as { csrfToken: string };
    const form = { csrfToken, email: places.emails.student, password: 'a password for tests only' };
    for (const json of ['true', 'false']) {
      const answer = await fresh.post('/api/auth/callback/credentials', {
        form: { ...form, json, callbackUrl: wanted },
        maxRedirects: 0,
      });
      const location =
        json === 'true' ? ((await answer.json()) as { url: string }).url : answer.headers().location;
      if (location === undefined || !here(location)) left.push(`callback ${wanted}: ${location}`);
    }
    const signIn = await fresh.get(`/api/auth/signin?callbackUrl=${encodeURIComponent(wanted)}`, {
      maxRedirects: 0,
    });
    const { location } = signIn.headers();
    if (location !== undefined && !here(location)) left.push(`signin ${wanted}: ${location}`);
    await fresh.dispose();
  }
  expect(left).toEqual([]);
});
