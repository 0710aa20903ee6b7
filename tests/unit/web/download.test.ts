import { unzipSync, zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { AppError } from '@/lib/common/errors';
import { type Download, defineDownload } from '@/lib/web/define-download';

const route = (act: () => Promise<Download>) =>
  defineDownload({ input: z.strictObject({}), authorise: async () => null, act: async () => act() });
const get = (act: () => Promise<Download>) =>
  route(act)(new Request('http://127.0.0.1/x'), { params: Promise.resolve({}) });

it('sends an archive as a file that no cache keeps, under a name that is safe in a header', async () => {
  const zip = zipSync({ 'a/b': Uint8Array.of(1, 2, 3) });
  const answer = await get(async () => ({ fileName: 'my "ex"\r\nercises.zip', zip: new Uint8Array(zip) }));
  expect(answer.status).toBe(200);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-type': 'application/zip',
    'content-disposition': 'attachment; filename="my--ex---ercises.zip"',
    'cache-control': 'private, no-store',
    'x-content-type-options': 'nosniff',
  });
  expect(unzipSync(new Uint8Array(await answer.arrayBuffer()))).toEqual({ 'a/b': Uint8Array.of(1, 2, 3) });
});

it('sends a table part by part', async () => {
  async function* parts() {
    yield 'a,b\n';
    yield '1,2\n';
  }
  const answer = await get(async () => ({ fileName: 'marks.csv', text: parts() }));
  expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(await answer.text()).toBe('a,b\n1,2\n');
});

it('tells in words what cannot be sent', async () => {
  const answer = await get(async () => {
    throw new AppError('not-found', 'There is no such exercise.');
  });
  expect(answer.status).toBe(404);
  expect(await answer.json()).toEqual({
    error: { code: 'not-found', message: 'There is no such exercise.' },
  });
});
