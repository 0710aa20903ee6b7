/**
 * `npm run bench:gradebook`: the gradebook of 2,000 students × 100 exercises on a PostgreSQL of its own. Times by the
 * clock depend on what else runs; those of the processor (this process, and the database's) do so much less.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { proveMembership } from '@/lib/auth/membership';
import { exportBook, selectBookPage } from '@/lib/classroom/gradebook';
import { bookQuerySchema } from '@/lib/classroom/gradebook/schema';
import { provideEnv } from '@/lib/common/env';
import { db, disconnect } from '@/lib/db/client';
import { withConnection } from '@/lib/db/connection';
import { ensureDatabase, startEmbedded } from '@/lib/db/embedded/server';
import { migrate } from '@/lib/db/migrations';
import { makeLargeClass } from '@/tests/helpers/large-class';
import { makeTemporaryFolder, removeTemporaryFolder } from '@/tests/helpers/temporary-folder';

const rounds = 15;
const folder = await makeTemporaryFolder();
const server = await startEmbedded({ dataFolder: folder, password: 'bench' });

/** Milliseconds of the processor that the processes of the database have used; where the system tells. */
function databaseTime(): number {
  let ticks = 0;
  for (const entry of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const stat = readFileSync(`/proc/${entry}/stat`, 'utf8');
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      if (Number(fields[1]) === server.pid) ticks += Number(fields[11]) + Number(fields[12]);
    } catch {
      // It has ended in the meantime.
    }
  }
  return ticks * 10;
}

const middle = (times: readonly number[]) =>
  [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;

async function measure(what: string, work: () => Promise<unknown>, times = rounds): Promise<void> {
  // What is compiled and read first is not of the page.
  for (let i = 0; i < 3; i += 1) await work();
  const clock: number[] = [];
  const before = databaseTime();
  const own = process.cpuUsage();
  for (let i = 0; i < times; i += 1) {
    const start = performance.now();
    await work();
    clock.push(performance.now() - start);
  }
  const { user, system } = process.cpuUsage(own);
  const figures = [
    middle(clock),
    Math.min(...clock),
    (user + system) / 1000 / times,
    (databaseTime() - before) / times,
  ];
  console.log(`| ${what} | ${figures.map((ms) => `${ms.toFixed(0)} ms`).join(' | ')} |`);
}

try {
  await ensureDatabase(server, 'bench');
  const url = server.url('bench');
  await migrate(url, 'prisma/migrations');
  const size = { students: 2000, assignments: 10, exercises: 10 };
  const { courseId, teacherId } = await withConnection(url, (client) => makeLargeClass(client, size));
  await withConnection(url, (client) => client.query('VACUUM ANALYZE'));
  provideEnv({ DATABASE_URL: url });
  const proof = await proveMembership({ id: teacherId, name: '', email: '' }, courseId, 'teacher');
  const { id } = await db().assignment.findFirstOrThrow({ where: { courseId }, select: { id: true } });
  const page = (query: object) => () => selectBookPage(proof, bookQuerySchema.parse(query));
  const [column] = (await page({ view: 'exercises' })()).columns;
  console.log(
    '| page | by the clock | at best | processor, app | processor, database |\n|---|---|---|---|---|',
  );
  await measure('assignments, by name', page({}));
  await measure('assignments, page 20', page({ page: 20 }));
  await measure('assignments, by one of them', page({ sort: id }));
  await measure('assignments, by total', page({ sort: 'total' }));
  await measure('who is missing something', page({ state: 'missing' }));
  await measure('exercises, by name', page({ view: 'exercises' }));
  await measure('exercises, by one of them', page({ view: 'exercises', sort: column?.key }));
  await measure('exercises, by total', page({ view: 'exercises', sort: 'total' }));
  for (const format of ['canvas', 'long'] as const) {
    let bytes = 0;
    const read = async () => {
      bytes = 0;
      for await (const part of (await exportBook(proof, { courseId, format })).text) bytes += part.length;
    };
    await measure(`file, ${format}`, read, 1);
    console.error(`${format}: ${(bytes / 1e6).toFixed(1)} MB`);
  }
} finally {
  await disconnect();
  await server.stop();
  await removeTemporaryFolder(folder);
}
