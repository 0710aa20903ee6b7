import { spawn } from 'node:child_process';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { isAlive, processIdentity } from '@/lib/common/process';
import { claimDataFolder, readRunFile } from '@/lib/start/run-file';
import { makeTemporaryFolder, removeTemporaryFolder } from '../../helpers/temporary-folder';

let folder: string;

beforeEach(async () => {
  folder = await makeTemporaryFolder();
});
afterEach(() => removeTemporaryFolder(folder));

const leave = (content: object) => writeFile(join(folder, 'run.json'), JSON.stringify(content));
const mine = { pid: process.pid, identity: processIdentity(process.pid) ?? '' };
/** The number of a living process, with the birth of another one: it was given out again. */
const reused = { pid: process.pid, identity: 'born long ago' };

it('is taken, says where the app is, and is given back', async () => {
  const claim = await claimDataFolder(folder);
  await claim.update({ address: 'http://localhost:3000' });
  expect(await readRunFile(folder)).toMatchObject({ owner: mine, address: 'http://localhost:3000' });
  await claim.release();
  expect(await readRunFile(folder)).toBeUndefined();
});

it('is refused while another start lives, with its address', async () => {
  await leave({ token: 'other', owner: mine, address: 'http://localhost:3000' });
  await expect(claimDataFolder(folder, 200)).rejects.toThrow(/running already at http:\/\/localhost:3000/);
  expect(await readRunFile(folder)).toMatchObject({ token: 'other' });
});

it('is taken from a start that is dead, even when its number lives on in another program', async () => {
  await leave({ token: 'other', owner: reused });
  await (await claimDataFolder(folder)).release();
  expect(await readdir(folder)).not.toContain('run.json');
});

it('is taken when the file makes no sense', async () => {
  await writeFile(join(folder, 'run.json'), '{"token":');
  await (await claimDataFolder(folder)).release();
});

it('ends the server that a dead start has left', async () => {
  const server = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
  const pid = server.pid ?? 0;
  await leave({ token: 'other', owner: reused, server: { pid, identity: processIdentity(pid) } });
  await (await claimDataFolder(folder)).release();
  expect(isAlive(pid)).toBe(false);
});

it('is won by one of two starts at the same moment', async () => {
  await leave({ token: 'other', owner: reused });
  const both = await Promise.allSettled([claimDataFolder(folder, 500), claimDataFolder(folder, 500)]);
  expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
});
