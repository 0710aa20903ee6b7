/**
 * Every page × everybody who may come, over HTTP. The pages are read from the folders that make them: one that is not
 * listed in rights/places.ts fails, and who is not listed as seeing it is refused, in the page and in its payload alike.
 */
import { type APIRequestContext, type APIResponse, expect, test } from '@playwright/test';
import * as words from '../../app/_words';
import { env } from '../../lib/common/env';
import { runScript } from './rights/child';
import { asItStands, type Places, people, secrets } from './rights/people';
import { pages, type Verdict, type Visitor, verdictAt } from './rights/places';
import { anonymous, signedIn } from './rights/sessions';
import { routes } from './routes';

const visitors: readonly Visitor[] = ['nobody', ...people];
const contexts = new Map<Visitor, APIRequestContext>();
let places: Places;

test.describe.configure({ timeout: 180_000, mode: 'default' });

test.beforeAll(async () => {
  const base = env().E2E_BASE_URL ?? '';
  places = JSON.parse(await runScript('tests/e2e/rights/make-course.ts', env().E2E_DATABASE_URL ?? ''));
  contexts.set('nobody', await anonymous(base));
  for (const person of people) contexts.set(person, await signedIn(base, places.emails[person]));
});
test.afterAll(async () => {
  for (const context of contexts.values()) await context.dispose();
});

/** Sign-in, with the way back into this site. */
function asksToSignIn(response: APIResponse, text: string): boolean {
  const { location } = response.headers();
  if (location !== undefined) return location.startsWith('/sign-in?callbackUrl=%2F');
  return text.includes(words.practice.signIn);
}

function verdictOf(response: APIResponse, text: string): Verdict | number {
  const status = response.status();
  if (asksToSignIn(response, text)) return 'sign-in';
  if (status === 200) return 'shown';
  if (status === 404) return 'not-there';
  return status === 307 || status === 308 ? 'elsewhere' : status;
}

test('every page is listed, and nothing else is', () => {
  expect(Object.keys(pages).sort()).toEqual([...routes]);
});

for (const visitor of visitors) {
  test(`${visitor}: sees what is listed, and reads nothing of the rest`, async () => {
    const context = contexts.get(visitor) as APIRequestContext;
    const { student: name, ...others } = secrets;
    // The student's own name stands on every page of theirs.
    const hidden = [...Object.values(others), ...(visitor === 'student' ? [] : [name])];
    const wrong: string[] = [];
    for (const [route, { door, address: addressOf }] of Object.entries(pages)) {
      const address = addressOf(places);
      const expected = verdictAt(door, visitor);
      const response = await context.get(address, { maxRedirects: 0 });
      const text = await response.text();
      const verdict = verdictOf(response, text);
      if (verdict !== expected) wrong.push(`${route}: ${verdict}, not ${expected}`);
      // Names, titles, answers and reasons in this course hold a script: no page has it as it stands.
      if (asItStands.some((written) => text.includes(written)))
        wrong.push(`${route}: runs what people typed`);
      if (expected === 'shown') continue;
      const payload = await context.get(address, { headers: { RSC: '1' }, maxRedirects: 0 });
      for (const body of [text, await payload.text()]) {
        const told = hidden.filter((secret) => body.includes(secret));
        if (told.length > 0) wrong.push(`${route}: tells ${told.join(', ')}`);
      }
    }
    expect(wrong).toEqual([]);
  });
}

test('the words that the refused do not read are there to be read', async () => {
  const { courseId } = places;
  const addresses = ['people', 'quizzes', 'assignments', 'gradebook'].map(
    (page) => `/teach/${courseId}/${page}`,
  );
  const context = contexts.get('assistant') as APIRequestContext;
  const read = await Promise.all(addresses.map(async (address) => (await context.get(address)).text()));
  for (const secret of Object.values(secrets)) expect(read.join('\n')).toContain(secret);
});
