import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isAlive, waitUntil } from '@/lib/common/process';
import { withConnection } from '@/lib/db/connection';
import { type EmbeddedServer, ensureDatabase, startEmbedded } from '@/lib/db/embedded/server';
import { makeTemporaryFolder, removeTemporaryFolder } from '../../helpers/temporary-folder';

let dataFolder: string;
let server: EmbeddedServer | undefined;

const start = async () => {
  server = await startEmbedded({ dataFolder, password: 'it is ours' });
  return server;
};

const query = async (sql: string) => {
  if (server === undefined) throw new Error('no server');
  return (await withConnection(server.url('app'), (client) => client.query(sql))).rows as unknown[];
};

const fill = async () => {
  await ensureDatabase(await start(), 'app');
  await query('CREATE TABLE kept (n int)');
  await query('INSERT INTO kept VALUES (1), (2)');
};

beforeEach(async () => {
  dataFolder = await makeTemporaryFolder();
});

afterEach(async () => {
  await server?.stop();
  server = undefined;
  await removeTemporaryFolder(dataFolder);
});

describe('the embedded server', () => {
  it('keeps its data over a stop and a start', async () => {
    await fill();
    const first = server?.pid ?? 0;
    expect(server).toMatchObject({ fresh: true, adopted: false });
    await server?.stop();
    expect(isAlive(first)).toBe(false);
    expect(await start()).toMatchObject({ fresh: false, adopted: false });
    expect(await query('SELECT n FROM kept')).toHaveLength(2);
  });

  it('is taken over when the process that started it is gone', async () => {
    await fill();
    const before = server?.pid;
    expect(await start()).toMatchObject({ pid: before, adopted: true });
    expect(await query('SELECT n FROM kept')).toHaveLength(2);
  });

  it('starts again after it was killed, with all that was committed', async () => {
    await fill();
    const pid = server?.pid ?? 0;
    process.kill(pid, 'SIGKILL');
    await waitUntil(() => !isAlive(pid), 5_000);
    expect(await start()).toMatchObject({ adopted: false });
    expect(await query('SELECT n FROM kept')).toHaveLength(2);
  });

  it('is not put off by the file of a dead server whose number another program has now', async () => {
    await fill();
    const cluster = server?.cluster ?? '';
    await server?.stop();
    await writeFile(
      join(cluster, 'postmaster.pid'),
      `${process.pid}\n${cluster}\n1\n5432\n\n127.0.0.1\n\nready\n`,
    );
    expect(await start()).toMatchObject({ adopted: false });
    expect(await query('SELECT n FROM kept')).toHaveLength(2);
  });

  it('makes the database anew when the first making was cut short', async () => {
    await mkdir(join(dataFolder, 'postgres.new', 'base'), { recursive: true });
    expect(await start()).toMatchObject({ fresh: true });
  });

  it('never writes over files that it does not understand', async () => {
    await mkdir(join(dataFolder, 'postgres', 'base'), { recursive: true });
    await expect(start()).rejects.toMatchObject({ code: 'cannot-start' });
    expect(existsSync(join(dataFolder, 'postgres', 'base'))).toBe(true);
  });

  it('listens on the loopback interface alone', async () => {
    await fill();
    expect(await query("SELECT current_setting('listen_addresses') AS a")).toEqual([{ a: '127.0.0.1' }]);
  });

  it('refuses a wrong password', async () => {
    await fill();
    await expect(startEmbedded({ dataFolder, password: 'guessed' })).rejects.toMatchObject({
      code: 'cannot-start',
    });
  });
});
