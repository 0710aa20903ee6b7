import { mkdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { fingerprint } from '@/lib/start/sources';
import { makeTemporaryFolder, removeTemporaryFolder } from '../../helpers/temporary-folder';

let root: string;
const take = () => fingerprint(root, ['app', 'one.json', 'missing']);

beforeEach(async () => {
  root = await makeTemporaryFolder();
  await mkdir(join(root, 'app', 'deep'), { recursive: true });
  await writeFile(join(root, 'app', 'deep', 'page.tsx'), 'one');
  await writeFile(join(root, 'one.json'), '{}');
});
afterEach(() => removeTemporaryFolder(root));

it('goes by contents and names, not by times', async () => {
  const before = await take();
  await utimes(join(root, 'one.json'), new Date(0), new Date(0));
  expect(await take()).toBe(before);
  await writeFile(join(root, 'app', 'deep', 'page.tsx'), 'two');
  const changed = await take();
  expect(changed).not.toBe(before);
  await writeFile(join(root, 'app', 'deep', 'new.tsx'), '');
  expect(await take()).not.toBe(changed);
});

it('leaves out what tools make', async () => {
  const before = await take();
  await mkdir(join(root, 'app', 'generated'));
  await writeFile(join(root, 'app', 'generated', 'client.ts'), 'made');
  expect(await take()).toBe(before);
});
