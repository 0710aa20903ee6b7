import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { provideEnv } from '@/lib/common/env';
import { AppError, errorCodes } from '@/lib/common/errors';
import { defineRoute } from '@/lib/web/define-route';
import { defineStream } from '@/lib/web/define-stream';
import { requireSameOrigin } from '@/lib/web/origin';
import { failureOf, statusOf } from '@/lib/web/result';

provideEnv({ LOG_LEVEL: 'silent' });

const route = defineRoute({
  input: z.strictObject({ id: z.string(), n: z.coerce.number() }),
  authorise: async ({ id }) => {
    if (id === 'closed') throw new AppError('forbidden', 'Not for you.');
    return `proof of ${id}`;
  },
  act: async (proof, { n }) => {
    if (n === 13) throw new TypeError('secret: db password');
    return { proof, n };
  },
});

const context = (id: string) => ({ params: Promise.resolve({ id }) });
const post = (body: string, headers: Record<string, string> = { origin: 'http://site' }) =>
  new Request('http://site/api', { method: 'POST', body, headers: { host: 'site', ...headers } });

describe('a route', () => {
  it('parses, authorises and acts', async () => {
    const response = await route(post('{"n":2}'), context('x'));
    expect([response.status, await response.json()]).toEqual([200, { proof: 'proof of x', n: 2 }]);
    expect(response.headers.get('cache-control')).toBe('private, no-store');
    const got = await route(new Request('http://site/api?n=3'), context('x'));
    expect(await got.json()).toEqual({ proof: 'proof of x', n: 3 });
  });

  it('lets the path win over the body', async () => {
    const response = await route(post('{"n":2,"id":"y"}'), context('closed'));
    expect(response.status).toBe(403);
  });

  it.each([
    ['not JSON', 'x', 400],
    ['no object', '[1]', 400],
    ['null', 'null', 400],
    ['a field too many', '{"n":1,"role":"owner"}', 400],
    ['a wrong field', '{"n":"many"}', 400],
    ['too much', `{"n":1,"x":"${'x'.repeat(300_000)}"}`, 413],
  ])('refuses %s', async (_, body, status) => {
    expect((await route(post(body), context('x'))).status).toBe(status);
  });

  it.each([
    ['the character NUL', 'a\0b'],
    ['half of a surrogate pair', '\ud800'],
  ])('refuses %s, which no database keeps, and says where it is', async (_, id) => {
    const answers = [
      await route(post('{"n":2}'), context(id)),
      await route(new Request('http://site/api?n=3'), context(id)),
    ];
    for (const answer of answers) {
      expect(answer.status).toBe(400);
      expect(await answer.json()).toMatchObject({
        error: { details: { fields: { id: 'This holds a character that cannot be stored.' } } },
      });
    }
  });

  it('tells nothing of what it did not expect', async () => {
    const response = await route(post('{"n":13}'), context('x'));
    const text = await response.text();
    expect(response.status).toBe(500);
    expect(text).not.toContain('secret');
  });

  it.each([
    ['another site', { origin: 'http://evil' }],
    ['no origin', {}],
    ['an opaque origin', { origin: 'null' }],
    ['another port', { origin: 'http://site:81' }],
    ['a sibling site', { origin: 'http://site', 'sec-fetch-site': 'same-site' }],
  ])('refuses a mutation from %s', async (_, headers) => {
    const response = await route(post('{"n":2}', headers as Record<string, string>), context('x'));
    expect(response.status).toBe(403);
  });
});

describe('errors at the edge', () => {
  it('gives every code a status', () => {
    for (const code of errorCodes) expect(statusOf[code]).toBeGreaterThanOrEqual(400);
  });
  it('hands the words, the remedy and the details of an expected error on', () => {
    const error = new AppError('conflict', 'Twice.', { remedy: 'Once.', details: { version: 2 } });
    expect(failureOf(error)).toEqual({
      code: 'conflict',
      message: 'Twice.',
      remedy: 'Once.',
      details: { version: 2 },
    });
  });
  it('speaks in general words of faults of our own', () => {
    for (const error of [new Error('x'), new AppError('configuration', 'x'), 'x', null]) {
      expect(failureOf(error)).toMatchObject({
        code: 'internal',
        message: 'Something went wrong on our side.',
      });
    }
  });
});

it('goes by the address that the proxy reports', () => {
  const headers = new Headers({
    origin: 'https://a.example',
    host: 'inside',
    'x-forwarded-host': 'a.example',
  });
  expect(() => requireSameOrigin(headers)).not.toThrow();
});

describe('a stream', () => {
  const stream = defineStream({
    input: z.strictObject({ id: z.string() }),
    authorise: async ({ id }) => ({ viewer: { id } }),
    open: () => () => undefined,
  });
  const opened = async (id: string) => {
    const end = new AbortController();
    const answer = await stream(new Request('http://site/events', { signal: end.signal }), context(id));
    return { status: answer.status, end };
  };

  it('is opened so many times by one person, and others have their places all the same', async () => {
    const own = await Promise.all(Array.from({ length: 10 }, () => opened('ada')));
    expect(own.map(({ status }) => status)).toEqual([...Array(8).fill(200), 429, 429]);
    const other = await opened('bela');
    expect(other.status).toBe(200);
    own[0]?.end.abort();
    const again = [await opened('ada'), await opened('ada')];
    expect(again.map(({ status }) => status)).toEqual([200, 429]);
    for (const { end } of [...own, other, ...again]) end.abort();
  });
});
