import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startOrContinueAttempt } from '@/lib/classroom/attempts/commands';
import { selectOpenAttempt } from '@/lib/classroom/attempts/queries';
import { syncContent } from '@/lib/classroom/content/commands';
import { listLessons, previewQuiz, selectLesson } from '@/lib/classroom/lessons/queries';
import { db } from '@/lib/db/client';
import { closeRunner } from '@/lib/exercises/runner';
import { connectFreshDatabase } from '@/tests/helpers/database';
import { makeClass, quizSlug } from './class';

connectFreshDatabase();

const lessonExercises = [
  'names-and-objects/value-through-the-other-name',
  'reference-counts/count-drops-to-zero',
  'del-and-rebinding/one-name-left',
  'reference-counts/two-names-one-array',
];
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lastref-content-'));
  // The first lesson and the exercises of its quiz: what else the catalogue holds is not counted on here.
  for (const part of [`lessons/${quizSlug}`, ...lessonExercises]) {
    await cp(join('exercises', part), join(folder, part), { recursive: true });
  }
});
afterAll(async () => {
  await rm(folder, { recursive: true });
  await closeRunner();
});

const table = 'reference-counts/two-names-one-array/exercise.yaml';
const edit = async (path: string, from: string, to: string) => {
  const text = await readFile(join(folder, path), 'utf8');
  if (!text.includes(from)) throw new Error(`${path} does not contain ${from}`);
  await writeFile(join(folder, path), text.replace(from, to));
};

describe('loading the content files', () => {
  it('writes each once, and nothing when nothing has changed', async () => {
    expect(await syncContent(folder)).toEqual({ written: 6, unchanged: 0, retired: 0, problems: [] });
    expect(await syncContent(folder)).toEqual({ written: 0, unchanged: 6, retired: 0, problems: [] });
    const [first, second] = await Promise.all([syncContent(folder), syncContent(folder)]);
    expect([first.written, second.written]).toEqual([0, 0]);
  });

  it('makes a revision of a changed exercise and of its quiz; open attempts keep theirs', async () => {
    const { student, courseId } = await makeClass('keeps');
    const before = await startOrContinueAttempt(student, { courseId, quizSlug });
    await edit(table, 'title: Two names, one array', 'title: Two names and one array');
    expect(await syncContent(folder)).toMatchObject({ written: 2, unchanged: 4 });
    expect(await selectOpenAttempt(student, quizSlug)).toEqual(before);
    const { student: later, courseId: other } = await makeClass('later');
    const after = await startOrContinueAttempt(later, { courseId: other, quizSlug });
    expect(after.questions[3]?.exercise.title).toBe('Two names and one array');
  });

  it('takes an earlier revision up again when the file is changed back', async () => {
    const count = await db().exerciseRevision.count();
    await edit(table, 'title: Two names and one array', 'title: Two names, one array');
    expect(await syncContent(folder)).toMatchObject({ written: 2 });
    expect(await db().exerciseRevision.count()).toBe(count);
    expect((await previewQuiz(quizSlug)).questions[3]?.exercise.title).toBe('Two names, one array');
  });

  it('reports a wrong file at its line, loads the rest, and leaves what is stored', async () => {
    await edit(table, '{ value: B, label: array B }', '{ value: C, label: array B }');
    const report = await syncContent(folder);
    expect(report.problems).toEqual([
      expect.objectContaining({
        severity: 'error',
        file: table,
        line: expect.any(Number),
        message: 'The name C is never bound.',
      }),
    ]);
    const text = await readFile(join(folder, table), 'utf8');
    expect(text.split('\n')[(report.problems[0]?.line ?? 0) - 1]).toContain('value: C');
    expect((await previewQuiz(quizSlug)).questions).toHaveLength(4);
    await edit(table, '{ value: C, label: array B }', '{ value: B, label: array B }');
    expect((await syncContent(folder)).problems).toEqual([]);
  });

  it('refuses another id for a folder that is stored, at its place, and leaves what is stored', async () => {
    const ids = [/^id: .*$/m.exec(await readFile(join(folder, table), 'utf8'))?.[0] ?? ''] as const;
    const stored = await db().exercise.findMany({ orderBy: { id: 'asc' } });
    await edit(table, ids[0], 'id: 0d8f3f0e-6a52-4a39-9f1e-5b8f2f7d1c11');
    const { problems, retired } = await syncContent(folder);
    expect(problems).toEqual([
      expect.objectContaining({
        file: table,
        column: 5,
        message: expect.stringContaining('give the file that id back'),
      }),
    ]);
    expect(retired).toBe(0);
    expect(await db().exercise.findMany({ orderBy: { id: 'asc' } })).toEqual(stored);
    await edit(table, 'id: 0d8f3f0e-6a52-4a39-9f1e-5b8f2f7d1c11', ids[0]);
    expect((await syncContent(folder)).problems).toEqual([]);
  });

  it('refuses a question without a right option, and a program that fails', async () => {
    const choice = 'names-and-objects/value-through-the-other-name';
    await edit(`${choice}/exercise.yaml`, '"[10, 2, 3]", ', '');
    await edit('reference-counts/count-drops-to-zero/snippet.py', 'del B', 'del C');
    const { problems } = await syncContent(folder);
    expect(problems.map(({ file, message }) => [file, message])).toEqual([
      [`${choice}/exercise.yaml`, 'No option is right on the trace.'],
      [
        'reference-counts/count-drops-to-zero/exercise.yaml',
        "The program does not run to its end: line 6, NameError: name 'C' is not defined.",
      ],
    ]);
    await edit(`${choice}/exercise.yaml`, 'not defined]', 'not defined, "[10, 2, 3]"]');
    await edit('reference-counts/count-drops-to-zero/snippet.py', 'del C', 'del B');
    expect((await syncContent(folder)).problems).toEqual([]);
  });

  it('no longer offers what is gone, and offers it again when it is back', async () => {
    const lesson = join(folder, 'lessons', quizSlug);
    await cp(lesson, `${folder}-lesson`, { recursive: true });
    await rm(lesson, { recursive: true });
    expect(await syncContent(folder)).toMatchObject({ retired: 2 });
    expect(await listLessons()).toEqual([]);
    await expect(selectLesson(quizSlug)).rejects.toMatchObject({ code: 'not-found' });
    await cp(`${folder}-lesson`, lesson, { recursive: true });
    await rm(`${folder}-lesson`, { recursive: true });
    await syncContent(folder);
    expect(await selectLesson(quizSlug)).toMatchObject({
      title: 'Garbage collection and array references in NumPy',
      quiz: { slug: quizSlug },
    });
  });

  it('lists a lesson with a place before one without, whatever their titles', async () => {
    const another = 'lessons/another';
    await cp(join(folder, 'lessons', quizSlug), join(folder, another), { recursive: true });
    await rm(join(folder, another, 'quiz.yaml'));
    const file = `${another}/lesson.yaml`;
    await edit(file, '8dfd00c8-f37e-454f-bb7a-e20eb50c71e7', '6dc1fd04-4c51-4d0f-8a0c-0f6a4ab1a9e5');
    await edit(file, 'title: Garbage', 'title: A garbage');
    await edit(file, 'place: 1\n', '');
    expect((await syncContent(folder)).problems).toEqual([]);
    expect((await listLessons()).map(({ slug }) => slug)).toEqual([quizSlug, 'another']);
    await rm(join(folder, another), { recursive: true });
    await syncContent(folder);
  });
});
