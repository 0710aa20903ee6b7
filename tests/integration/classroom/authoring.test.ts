import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { proveMembership } from '@/lib/auth/membership';
import type { CourseProof } from '@/lib/auth/proof';
import {
  copyExercise,
  discardDraft,
  exerciseListQuerySchema,
  listOwnExercises,
  makeTableQuestion,
  mayWriteExercises,
  offerExercise,
  previewExercise,
  publishDraft,
  retireExercise,
  saveDraft,
  selectOwnExercise,
} from '@/lib/classroom/authoring';
import type { DraftText } from '@/lib/classroom/authoring/core/draft';
import { db } from '@/lib/db/client';
import { exerciseContentSchema } from '@/lib/exercises/content/exercise-template';
import { enrol, makePerson } from '@/prisma/builders';
import { countQueries } from '@/tests/helpers/count-queries';
import { connectFreshDatabase } from '@/tests/helpers/database';
import { exerciseId as idOfDrafts, table, varied } from '@/tests/unit/classroom/authoring/drafts';
import { withAuthorThreads } from './authors';
import { loadCatalogue, makeClass, type TestClass } from './class';

connectFreshDatabase();
withAuthorThreads();

let one: TestClass;
let others: TestClass;
let assistant: CourseProof<'teacher'>;
beforeAll(async () => {
  one = await makeClass('authors');
  others = await makeClass('elsewhere');
  const helper = await makePerson({ name: 'helper', email: 'helper@example.org' });
  await enrol(one.courseId, helper, 'assistant');
  assistant = await proveMembership(helper, one.courseId, 'teacher');
});

/** The draft under an id of its own. */
const withId = (draft: DraftText, id: string): DraftText => ({
  ...draft,
  yaml: draft.yaml.replace(idOfDrafts, id),
});
const titled = (draft: DraftText, title: string): DraftText => ({
  ...draft,
  yaml: draft.yaml.replace('title: Two names', `title: ${title}`),
});
const save = (proof: CourseProof<'teacher'>, exerciseId: string, draft: DraftText, seen: number) =>
  saveDraft(proof, { courseId: proof.courseId, exerciseId, draft: withId(draft, exerciseId), seen });
const publish = (proof: CourseProof<'teacher'>, exerciseId: string, seen: number) =>
  publishDraft(proof, { courseId: proof.courseId, exerciseId, seen });
const listed = async (proof: CourseProof<'teacher'>, search = '', show: 'current' | 'retired' = 'current') =>
  (await listOwnExercises(proof, exerciseListQuerySchema.parse({ search, show }))).exercises;

/** A draft of the course, published. */
async function published(proof: CourseProof<'teacher'>, draft: DraftText = table()): Promise<string> {
  const id = randomUUID();
  await save(proof, id, draft, 0);
  expect(await publish(proof, id, 1)).toMatchObject({ status: 'published', revision: 1 });
  return id;
}

describe('a draft', () => {
  it('is kept as it is typed, errors and comments included, and listed', async () => {
    const id = randomUUID();
    const broken = table({ yaml: (text) => `# mine\n${text}\n  x: [` });
    expect(await save(one.teacher, id, broken, 0)).toMatchObject({ version: 1 });
    expect(await selectOwnExercise(one.teacher, id)).toMatchObject({
      draft: { yaml: expect.stringMatching(/^# mine\n/), snippet: broken.snippet },
      version: 1,
      savedBy: 'teacher',
      state: 'draft',
      published: null,
    });
    expect(await listed(one.teacher)).toContainEqual(
      expect.objectContaining({
        exerciseId: id,
        title: 'Two names',
        kind: 'trace-table',
        state: 'draft',
        revision: 0,
      }),
    );
  });

  it('tells who saves over another version, and of two at once the second', async () => {
    const id = randomUUID();
    await save(one.teacher, id, table(), 0);
    await save(one.teacher, id, titled(table(), 'Three'), 1);
    await expect(save(one.teacher, id, titled(table(), 'Lost'), 1)).rejects.toMatchObject({
      code: 'conflict',
      details: { version: 2, draft: { yaml: expect.stringContaining('title: Three') }, savedBy: 'teacher' },
    });
    for (const [draftId, seen] of [
      [id, 2],
      [randomUUID(), 0],
    ] as const) {
      const both = await Promise.allSettled([
        save(one.teacher, draftId, titled(table(), 'A'), seen),
        save(one.teacher, draftId, titled(table(), 'B'), seen),
      ]);
      expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
        reason: { code: 'conflict' },
      });
    }
  });

  it('is thrown away: of a published exercise what is published stays', async () => {
    const fresh = randomUUID();
    await save(one.teacher, fresh, table(), 0);
    const discard = (exerciseId: string, seen: number) =>
      discardDraft(one.teacher, { courseId: one.courseId, exerciseId, seen });
    await expect(discard(fresh, 7)).rejects.toMatchObject({ code: 'conflict' });
    await discard(fresh, 1);
    await expect(selectOwnExercise(one.teacher, fresh)).rejects.toMatchObject({ code: 'not-found' });
    await expect(save(one.teacher, fresh, table(), 1)).rejects.toMatchObject({
      code: 'conflict',
      details: { version: 0, draft: null },
    });

    const id = await published(one.teacher);
    await save(one.teacher, id, titled(table(), 'Changed'), 1);
    expect(await selectOwnExercise(one.teacher, id)).toMatchObject({ state: 'changed' });
    await discard(id, 2);
    expect(await selectOwnExercise(one.teacher, id)).toMatchObject({
      state: 'published',
      version: 3,
      draft: { yaml: expect.stringContaining('title: Two names') },
    });
  });

  it('is nobody else’s: not another course’s, not an assistant’s, not a student’s', async () => {
    const id = randomUUID();
    await save(one.teacher, id, table(), 0);
    const theirs = { courseId: others.courseId, exerciseId: id };
    await expect(save(others.teacher, id, table(), 0)).rejects.toMatchObject({
      code: 'conflict',
      details: undefined,
    });
    await expect(save(others.teacher, id, table(), 1)).rejects.toMatchObject({
      code: 'conflict',
      details: undefined,
    });
    await expect(selectOwnExercise(others.teacher, id)).rejects.toMatchObject({ code: 'not-found' });
    await expect(publish(others.teacher, id, 1)).rejects.toMatchObject({ code: 'not-found' });
    await expect(discardDraft(others.teacher, { ...theirs, seen: 1 })).rejects.toMatchObject({
      code: 'not-found',
    });
    await expect(copyExercise(others.teacher, theirs)).rejects.toMatchObject({ code: 'not-found' });
    expect((await listed(others.teacher)).map(({ exerciseId }) => exerciseId)).not.toContain(id);
    // The course of the input is that of the proof.
    const forged = { courseId: one.courseId, exerciseId: id };
    await expect(saveDraft(others.teacher, { ...forged, draft: table(), seen: 1 })).rejects.toMatchObject({
      code: 'not-found',
    });
    await expect(publishDraft(others.teacher, { ...forged, seen: 1 })).rejects.toMatchObject({
      code: 'not-found',
    });
    await expect(
      previewExercise(others.teacher, { ...forged, draft: table(), seed: 1 } as never),
    ).rejects.toMatchObject({ code: 'not-found' });

    expect(mayWriteExercises(assistant.role)).toBe(false);
    expect(await selectOwnExercise(assistant, id)).toMatchObject({ version: 1 });
    const mine = { courseId: one.courseId, exerciseId: id };
    for (const refused of [
      () => save(assistant, id, table(), 1),
      () => publish(assistant, id, 1),
      () => discardDraft(assistant, { ...mine, seen: 1 }),
      () => copyExercise(assistant, mine),
      () => retireExercise(assistant, { ...mine, retired: true }),
      () => offerExercise(assistant, { ...mine, offered: true }),
    ]) {
      await expect(refused()).rejects.toMatchObject({ code: 'forbidden' });
    }
    await expect(proveMembership(one.student.viewer, one.courseId, 'teacher')).rejects.toMatchObject({
      code: 'forbidden',
    });
  });

  it('stays as it is in an archived course', async () => {
    const old = await makeClass('archived');
    const id = await published(old.teacher);
    await db().course.update({ where: { id: old.courseId }, data: { archivedAt: new Date() } });
    const input = { courseId: old.courseId, exerciseId: id };
    for (const refused of [
      () => save(old.teacher, id, table(), 1),
      () => save(old.teacher, randomUUID(), table(), 0),
      () => publish(old.teacher, id, 1),
      () => discardDraft(old.teacher, { ...input, seen: 1 }),
      () => copyExercise(old.teacher, input),
      () => retireExercise(old.teacher, { ...input, retired: true }),
      () => offerExercise(old.teacher, { ...input, offered: true }),
    ]) {
      await expect(refused()).rejects.toMatchObject({ code: 'closed' });
    }
    expect(await selectOwnExercise(old.teacher, id)).toMatchObject({ version: 1, state: 'published' });
    // Whoever writes past the commands is refused by the database.
    await expect(db().exerciseDraft.update({ where: { id }, data: { title: 'x' } })).rejects.toThrow();
  });
});

describe('publishing', () => {
  it('is refused with the problems of the check, and writes nothing', async () => {
    const id = randomUUID();
    await save(one.teacher, id, varied, 0);
    // The draft names a belief that it never tells from the truth.
    expect(await publish(one.teacher, id, 1)).toEqual({
      status: 'refused',
      problems: [
        expect.objectContaining({
          file: 'exercise.yaml',
          severity: 'error',
          message: expect.stringContaining('ReshapeCopies is told from the truth on 0 of 50 variants'),
        }),
      ],
    });
    await save(one.teacher, id, table({ snippet: 'A = [1]\nB = C\n' }), 1);
    expect(await publish(one.teacher, id, 2)).toMatchObject({
      status: 'refused',
      problems: [{ file: 'snippet.py', line: 2 }],
    });
    expect(await db().exercise.count({ where: { id } })).toBe(0);
  });

  it('refuses a text with the id of something else', async () => {
    const id = randomUUID();
    await saveDraft(one.teacher, { courseId: one.courseId, exerciseId: id, draft: table(), seen: 0 });
    expect(await publish(one.teacher, id, 1)).toMatchObject({
      status: 'refused',
      problems: [{ file: 'exercise.yaml', line: 1, column: 5, message: expect.stringContaining(id) }],
    });
  });

  it('makes a revision of what changed, none of what did not, and leaves the old ones as they were', async () => {
    const id = await published(one.teacher);
    const first = await db().exerciseRevision.findFirstOrThrow({ where: { exerciseId: id } });
    expect(await publish(one.teacher, id, 1)).toMatchObject({ revision: 1, changed: false });
    // Comments and the order of keys are no content.
    await save(one.teacher, id, { ...table(), yaml: `${table().yaml}# checked\n` }, 1);
    expect(await publish(one.teacher, id, 2)).toMatchObject({ revision: 1, changed: false });
    await save(one.teacher, id, titled(table(), 'Two names, again'), 2);
    expect(await publish(one.teacher, id, 3)).toMatchObject({ revision: 2, changed: true });
    await save(one.teacher, id, table(), 3);
    expect(await publish(one.teacher, id, 4)).toMatchObject({ revision: 1, changed: true });
    const all = await db().exerciseRevision.findMany({
      where: { exerciseId: id },
      orderBy: { number: 'asc' },
    });
    expect(all).toHaveLength(2);
    expect(all[0]).toEqual(first);
    const audit = await db().auditRow.findMany({ where: { subjectId: id }, orderBy: { at: 'asc' } });
    expect(audit.map(({ action }) => action)).toEqual(Array(3).fill('exercise.published'));
    expect(audit[0]).toMatchObject({ courseId: one.courseId, actorId: one.teacher.viewer.id });
  });

  it('tells who publishes what somebody else has changed', async () => {
    const id = randomUUID();
    await save(one.teacher, id, table(), 0);
    await save(one.teacher, id, titled(table(), 'Other'), 1);
    await expect(publish(one.teacher, id, 1)).rejects.toMatchObject({ code: 'conflict' });
    expect(await db().exercise.count({ where: { id } })).toBe(0);
  });

  it('gives each its own place, whatever they are called', async () => {
    const ids = [
      await published(others.teacher, titled(table(), '"Größe: A & B?"')),
      await published(others.teacher, titled(table(), '"Größe: A & B?"')),
      await published(others.teacher, titled(table(), 'quiz')),
    ];
    const slugs = await db().exercise.findMany({ where: { id: { in: ids } }, select: { slug: true } });
    expect(slugs.map(({ slug }) => slug).sort()).toEqual(
      ['names/grosse-a-b', 'names/grosse-a-b-2', 'names/quiz-1'].map(
        (folder) => `${others.courseId}/${folder}`,
      ),
    );
  });
});

describe('a copy', () => {
  it('of an exercise of the catalogue has an id and a title of its own, and can be published as it is', async () => {
    await loadCatalogue();
    const source = await db().exercise.findUniqueOrThrow({
      where: { slug: 'views-and-bases/views-that-hold' },
      select: { id: true, current: { select: { title: true, content: true } } },
    });
    const { exerciseId } = await copyExercise(one.teacher, { courseId: one.courseId, exerciseId: source.id });
    expect(exerciseId).not.toBe(source.id);
    const copy = await selectOwnExercise(one.teacher, exerciseId);
    expect(copy.state).toBe('draft');
    expect(await publish(one.teacher, exerciseId, copy.version)).toMatchObject({
      status: 'published',
      revision: 1,
    });
    const { content } = await db().exerciseRevision.findFirstOrThrow({ where: { exerciseId } });
    const { exercise, snippet } = exerciseContentSchema.parse(source.current?.content);
    expect(content).toEqual({
      exercise: { ...exercise, id: exerciseId, title: `${source.current?.title} (copy)` },
      snippet,
    });
    // The catalogue is as it was, and nobody saves over it.
    await expect(save(one.teacher, source.id, table(), 0)).rejects.toMatchObject({ code: 'conflict' });
    expect(await db().exercise.findUniqueOrThrow({ where: { id: source.id } })).toMatchObject({
      courseId: null,
    });
  }, 60_000);

  it('of one’s own exercise begins with its draft', async () => {
    const id = await published(one.teacher);
    await save(one.teacher, id, titled(table(), 'Mine # by hand'), 1);
    const { exerciseId } = await copyExercise(one.teacher, { courseId: one.courseId, exerciseId: id });
    expect((await selectOwnExercise(one.teacher, exerciseId)).draft.yaml).toContain(
      `id: ${exerciseId}\ntitle: Mine (copy) # by hand\n`,
    );
  });
});

describe('the list', () => {
  it('has pages, and is searched by words of the title as they are written', async () => {
    const many = await makeClass('many');
    const at = {
      courseId: many.courseId,
      yaml: '',
      snippet: '',
      version: 1,
      kind: 'choice',
      hash: null,
      savedById: many.teacher.viewer.id,
    };
    await db().exerciseDraft.createMany({
      data: Array.from({ length: 120 }, (_, index) => ({
        id: randomUUID(),
        title: `Item ${index % 40} 100%_`,
        ...at,
      })),
    });
    await db().exerciseDraft.create({ data: { ...at, id: randomUUID(), title: '100 percent' } });
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page = await listOwnExercises(many.teacher, { search: '', show: 'current', after });
      expect(page.total).toBe(121);
      seen.push(...page.exercises.map(({ exerciseId }) => exerciseId));
      after = page.next;
    } while (after !== null);
    expect(new Set(seen).size).toBe(121);
    expect(seen).toHaveLength(121);
    const found = await listOwnExercises(many.teacher, { search: '39 100%_', show: 'current', after: null });
    expect(found).toMatchObject({ total: 3, next: null });
    const top = await listOwnExercises(many.teacher, { search: '', show: 'current', after: 'no cursor' });
    expect(top.exercises).toHaveLength(50);
    const all = { search: '', show: 'current' as const, after: null };
    expect(await countQueries(() => listOwnExercises(many.teacher, all))).toBe(2);
  });

  it('tells the ones apart that are put away, and writes one row for each change', async () => {
    const id = await published(one.teacher, titled(table(), 'To be put away'));
    const retire = (retired: boolean) =>
      retireExercise(one.teacher, { courseId: one.courseId, exerciseId: id, retired });
    for (const retired of [true, true]) await retire(retired);
    expect(await listed(one.teacher, 'put away')).toEqual([]);
    expect(await listed(one.teacher, 'put away', 'retired')).toMatchObject([
      { exerciseId: id, retired: true },
    ]);
    for (const retired of [false, false]) await retire(retired);
    expect(await listed(one.teacher, 'put away')).toMatchObject([
      { exerciseId: id, retired: false, revision: 1, difficulty: 1, changedBy: 'teacher' },
    ]);
    const audit = await db().auditRow.findMany({ where: { subjectId: id }, orderBy: { at: 'asc' } });
    expect(audit.map(({ action }) => action)).toEqual([
      'exercise.published',
      'exercise.retired',
      'exercise.restored',
    ]);
  });
});

describe('what is computed while somebody types', () => {
  it('is told to the staff of the course', async () => {
    const input = { courseId: one.courseId, draft: table(), seed: 1 };
    expect(await previewExercise(assistant, input)).toMatchObject({
      problems: [],
      question: { kind: 'trace-table' },
    });
    const id = randomUUID();
    const made = await makeTableQuestion(one.teacher, {
      courseId: one.courseId,
      exerciseId: id,
      snippet: table().snippet,
    });
    if (made.status === 'refused') throw new Error('it can be made');
    await saveDraft(one.teacher, {
      courseId: one.courseId,
      exerciseId: id,
      draft: { yaml: made.yaml, snippet: table().snippet },
      seen: 0,
    });
    expect(await publish(one.teacher, id, 1)).toMatchObject({ status: 'published', revision: 1 });
  });
});
