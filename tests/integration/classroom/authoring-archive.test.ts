/** Exercises of a course out of it as an archive, and into it. */
import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { proveMembership } from '@/lib/auth/membership';
import type { CourseProof } from '@/lib/auth/proof';
import {
  exportExercises,
  importExercises,
  previewImport,
  publishDraft,
  retireExercise,
  saveDraft,
  selectOwnExercise,
} from '@/lib/classroom/authoring';
import type { DraftText } from '@/lib/classroom/authoring/core/draft';
import { db } from '@/lib/db/client';
import { enrol, makePerson } from '@/prisma/builders';
import { connectFreshDatabase } from '@/tests/helpers/database';
import { exerciseId as idOfDrafts, table } from '@/tests/unit/classroom/authoring/drafts';
import { withAuthorThreads } from './authors';
import { loadCatalogue, makeClass, type TestClass } from './class';

connectFreshDatabase();
withAuthorThreads();

let one: TestClass;
let others: TestClass;
beforeAll(async () => {
  one = await makeClass('packers');
  others = await makeClass('receivers');
});

const draftOf = (id: string, title: string): DraftText =>
  table({ yaml: (text) => `# by hand\n${text.replace(idOfDrafts, id).replace('Two names', title)}` });
const filesOf = (folder: string, draft: DraftText): Zippable => ({
  [`${folder}/exercise.yaml`]: strToU8(draft.yaml),
  [`${folder}/snippet.py`]: strToU8(draft.snippet),
});
const encoded = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
const zipOf = (...folders: [string, DraftText][]) =>
  encoded(zipSync(Object.assign({}, ...folders.map(([folder, draft]) => filesOf(folder, draft)))));

const preview = ({ teacher, courseId }: TestClass, zip: string) => previewImport(teacher, { courseId, zip });
async function take(course: TestClass, zip: string) {
  const { digest } = await preview(course, zip);
  return importExercises(course.teacher, { courseId: course.courseId, zip, digest });
}
const pack = async ({ teacher, courseId }: TestClass, exerciseId?: string) =>
  exportExercises(teacher, { courseId, ...(exerciseId !== undefined && { exerciseId }) });
const hashesOf = async ({ courseId }: TestClass) =>
  (
    await db().exercise.findMany({
      where: { courseId },
      select: { slug: true, current: { select: { hash: true } } },
    })
  )
    .map(({ slug, current }) => `${slug.slice(slug.indexOf('/') + 1)} ${current?.hash}`)
    .sort();

async function published({ teacher, courseId }: TestClass, title: string): Promise<string> {
  const id = randomUUID();
  await saveDraft(teacher, { courseId, exerciseId: id, draft: draftOf(id, title), seen: 0 });
  await publishDraft(teacher, { courseId, exerciseId: id, seen: 1 });
  return id;
}

describe('an archive of the exercises of a course', () => {
  it('has the folders of the catalogue, with the comments of their authors, and comes back without a change', async () => {
    const id = await published(one, 'First');
    await published(one, 'Second');
    const { fileName, zip } = await pack(one);
    expect(fileName).toBe('exercises.zip');
    expect(Object.keys(unzipSync(zip)).sort()).toEqual(
      ['first', 'second'].flatMap((name) => [`names/${name}/exercise.yaml`, `names/${name}/snippet.py`]),
    );
    expect(Buffer.from(unzipSync(zip)['names/first/exercise.yaml'] ?? []).toString()).toBe(
      draftOf(id, 'First').yaml,
    );
    expect(await preview(one, encoded(zip))).toMatchObject({
      counts: { new: 0, changed: 0, unchanged: 2, bad: 0 },
      importable: false,
    });
  });

  it('makes the same exercises where there were none, with equal hashes in equal folders', async () => {
    const { zip } = await pack(one);
    const before = await hashesOf(one);
    // As on another machine, or after a loss.
    await db().$transaction(async (tx) => {
      await tx.$executeRaw`SET LOCAL lastref.erase = 'on'`;
      await tx.exercise.deleteMany({ where: { courseId: one.courseId } });
      await tx.exerciseDraft.deleteMany({ where: { courseId: one.courseId } });
    });
    expect(await take(one, encoded(zip))).toEqual({ new: 2, changed: 0, unchanged: 0 });
    expect(await hashesOf(one)).toEqual(before);
    expect((await pack(one)).zip).toEqual(zip);
  });

  it('of one exercise has that alone, put away or not', async () => {
    const id = await published(one, 'Alone');
    await retireExercise(one.teacher, { courseId: one.courseId, exerciseId: id, retired: true });
    const { fileName, zip } = await pack(one, id);
    expect(fileName).toBe('alone.zip');
    expect(Object.keys(unzipSync(zip))).toHaveLength(2);
    expect(Object.keys(unzipSync((await pack(one)).zip)).join()).not.toContain('alone');
  });

  it('is the course’s own, for its staff', async () => {
    const id = await published(one, 'Ours');
    await expect(pack(others, id)).rejects.toMatchObject({ code: 'not-found' });
    await expect(pack(one, randomUUID())).rejects.toMatchObject({ code: 'not-found' });
    await expect(exportExercises(others.teacher, { courseId: one.courseId })).rejects.toMatchObject({
      code: 'not-found',
    });
    const forged = { courseId: one.courseId, zip: zipOf(['u/e', table()]) };
    await expect(previewImport(others.teacher, forged)).rejects.toMatchObject({ code: 'not-found' });
    await expect(
      importExercises(others.teacher, { ...forged, digest: 'x'.repeat(64) }),
    ).rejects.toMatchObject({ code: 'not-found' });
    const helper = await makePerson({ name: 'packing helper', email: 'packing.helper@example.org' });
    await enrol(one.courseId, helper, 'assistant');
    const assistant: CourseProof<'teacher'> = await proveMembership(helper, one.courseId, 'teacher');
    await expect(previewImport(assistant, forged)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(importExercises(assistant, { ...forged, digest: 'x'.repeat(64) })).rejects.toMatchObject({
      code: 'forbidden',
    });
  });
});

describe('an import', () => {
  it('tells new, changed, unchanged and bad ones apart, and takes all or none', async () => {
    const course = await makeClass('importers');
    const [kept, changed] = [await published(course, 'Kept'), await published(course, 'To change')];
    const fresh = randomUUID();
    const folders: [string, DraftText][] = [
      ['u/kept', draftOf(kept, 'Kept')],
      ['u/changed', draftOf(changed, 'Changed')],
      ['u/fresh', draftOf(fresh, 'Fresh')],
    ];
    const broken = { ...draftOf(randomUUID(), 'Broken'), snippet: 'A = [1]\nB = C\n' };
    const bad = zipOf(...folders, ['u/broken', broken]);
    const shown = await preview(course, bad);
    expect(shown).toMatchObject({ counts: { new: 1, changed: 1, unchanged: 1, bad: 1 }, importable: false });
    expect(shown.items.find(({ status }) => status === 'bad')).toMatchObject({
      path: 'u/broken/',
      title: 'Broken',
      problems: [{ file: 'u/broken/snippet.py', line: 2, column: 5, severity: 'error' }],
    });
    await expect(take(course, bad)).rejects.toMatchObject({ code: 'invalid-input' });
    expect(await db().exercise.count({ where: { id: fresh } })).toBe(0);
    expect((await selectOwnExercise(course.teacher, changed)).published).toMatchObject({
      title: 'To change',
      revision: 1,
    });

    expect(await take(course, zipOf(...folders))).toEqual({ new: 1, changed: 1, unchanged: 1 });
    expect(await selectOwnExercise(course.teacher, changed)).toMatchObject({
      state: 'published',
      published: { title: 'Changed', revision: 2 },
      draft: { yaml: expect.stringMatching(/^# by hand\n/) },
      version: 2,
    });
    expect(await db().exercise.findUniqueOrThrow({ where: { id: fresh } })).toMatchObject({
      courseId: course.courseId,
      slug: `${course.courseId}/u/fresh`,
    });
    expect(await preview(course, zipOf(...folders))).toMatchObject({ counts: { unchanged: 3 } });
    const audit = await db().auditRow.findFirstOrThrow({
      where: { courseId: course.courseId, action: 'exercise.imported' },
    });
    expect(audit.detail).toEqual({ new: 1, changed: 1, unchanged: 1 });
  });

  it('gives an exercise whose id is taken elsewhere one of its own, the same each time', async () => {
    const theirs = await published(one, 'Theirs');
    const zip = zipOf(['u/theirs', draftOf(theirs, 'Theirs')]);
    expect((await preview(others, zip)).items).toMatchObject([{ status: 'new', newId: true, problems: [] }]);
    await take(others, zip);
    expect((await preview(others, zip)).items).toMatchObject([{ status: 'unchanged', newId: true }]);
    expect((await selectOwnExercise(one.teacher, theirs)).published).toMatchObject({ revision: 1 });
    await expect(selectOwnExercise(others.teacher, theirs)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('says that it writes over a draft, and refuses what was changed since the preview', async () => {
    const course = await makeClass('drafters');
    const id = await published(course, 'Mine');
    const save = (title: string, seen: number) =>
      saveDraft(course.teacher, {
        courseId: course.courseId,
        exerciseId: id,
        draft: draftOf(id, title),
        seen,
      });
    await save('Not published yet', 1);
    const zip = zipOf(['u/mine', draftOf(id, 'From a file')]);
    const shown = await preview(course, zip);
    expect(shown.items).toMatchObject([{ status: 'changed', replacesDraft: true }]);
    await save('Changed again', 2);
    const input = { courseId: course.courseId, zip, digest: shown.digest };
    await expect(importExercises(course.teacher, input)).rejects.toMatchObject({ code: 'conflict' });
    expect(await selectOwnExercise(course.teacher, id)).toMatchObject({
      version: 3,
      published: { title: 'Mine' },
    });
    await take(course, zip);
    expect(await selectOwnExercise(course.teacher, id)).toMatchObject({
      version: 4,
      published: { title: 'From a file' },
    });
  });

  it('is refused in an archived course', async () => {
    const course = await makeClass('archived importers');
    const zip = zipOf(['u/e', draftOf(randomUUID(), 'Late')]);
    await db().course.update({ where: { id: course.courseId }, data: { archivedAt: new Date() } });
    await expect(take(course, zip)).rejects.toMatchObject({ code: 'closed' });
    expect(await db().exercise.count({ where: { courseId: course.courseId } })).toBe(0);
  });

  it('takes the folder of the catalogue as it stands, beside the catalogue', async () => {
    await loadCatalogue();
    const course = await makeClass('all of it');
    const entries = readdirSync('exercises', { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => `${entry.parentPath}/${entry.name}`);
    const zip = encoded(
      zipSync(Object.fromEntries(entries.map((path) => [path, new Uint8Array(readFileSync(path))]))),
    );
    const shown = await preview(course, zip);
    const exercises = entries.filter((path) => path.endsWith('/exercise.yaml')).length;
    expect(shown.problems).toEqual([]);
    expect(
      shown.items.flatMap(({ problems }) => problems).filter(({ severity }) => severity === 'error'),
    ).toEqual([]);
    expect(shown.counts).toEqual({ new: exercises, changed: 0, unchanged: 0, bad: 0 });
    expect(shown.items.every(({ newId }) => newId)).toBe(true);
    expect(await take(course, zip)).toEqual({ new: exercises, changed: 0, unchanged: 0 });
    expect(await db().exercise.count({ where: { courseId: null } })).toBe(exercises);
    expect((await preview(course, zip)).counts).toMatchObject({ unchanged: exercises });
  }, 240_000);
});
