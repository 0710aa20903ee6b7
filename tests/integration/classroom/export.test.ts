import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { syncContent } from '@/lib/classroom/content/commands';
import { catalogueFiles } from '@/lib/classroom/content/export/queries';
import { db } from '@/lib/db/client';
import { closeRunner } from '@/lib/exercises/runner';
import { connectFreshDatabase } from '@/tests/helpers/database';

connectFreshDatabase();

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lastref-export-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
  await closeRunner();
});

/** What stands for every revision that is current. */
const hashes = async () => ({
  lessons: await db().lessonRevision.findMany({
    select: { lessonId: true, hash: true },
    orderBy: { hash: 'asc' },
  }),
  exercises: await db().exerciseRevision.findMany({
    select: { exerciseId: true, hash: true },
    orderBy: { hash: 'asc' },
  }),
  quizzes: await db().quizRevision.findMany({
    select: { quizId: true, hash: true },
    orderBy: { hash: 'asc' },
  }),
});

describe('the catalogue, written to files and loaded again', () => {
  it('makes no new revision, loses nothing, and is the same files again', async () => {
    const first = await syncContent('exercises');
    expect(first.problems).toEqual([]);
    const before = await hashes();
    const files = await catalogueFiles();
    expect(files.length).toBeGreaterThan(100);
    for (const { path, text } of files) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
    expect(await syncContent(folder)).toMatchObject({ written: 0, retired: 0, problems: [] });
    expect(await hashes()).toEqual(before);
    expect(await catalogueFiles()).toEqual(files);
    // Each exercise of the whole catalogue is checked before it is stored.
  }, 180_000);
});
