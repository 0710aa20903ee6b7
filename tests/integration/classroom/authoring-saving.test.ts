/** A save whose answer was lost, sent again. */
import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { proveMembership } from '@/lib/auth/membership';
import type { CourseProof } from '@/lib/auth/proof';
import { saveDraft, selectOwnExercise } from '@/lib/classroom/authoring';
import type { DraftText } from '@/lib/classroom/authoring/core/draft';
import { enrol, makePerson } from '@/prisma/builders';
import { connectFreshDatabase } from '@/tests/helpers/database';
import { table } from '@/tests/unit/classroom/authoring/drafts';
import { withAuthorThreads } from './authors';
import { makeClass, type TestClass } from './class';

connectFreshDatabase();
withAuthorThreads();

let one: TestClass;
let colleague: CourseProof<'teacher'>;
beforeAll(async () => {
  one = await makeClass('savers');
  const person = await makePerson({ name: 'colleague', email: 'colleague@example.org' });
  await enrol(one.courseId, person, 'teacher');
  colleague = await proveMembership(person, one.courseId, 'teacher');
});

const save = (proof: CourseProof<'teacher'>, exerciseId: string, draft: DraftText, seen: number) =>
  saveDraft(proof, { courseId: proof.courseId, exerciseId, draft, seen });
const other = (): DraftText => ({ ...table(), snippet: `${table().snippet}# more\n` });

describe('a save that is sent again', () => {
  it.each([0, 1])('over version %i is answered as before, and written once', async (seen) => {
    const id = randomUUID();
    if (seen === 1) await save(one.teacher, id, other(), 0);
    const first = await save(one.teacher, id, table(), seen);
    expect(first.version).toBe(seen + 1);
    expect(await save(one.teacher, id, table(), seen)).toEqual(first);
    expect(await selectOwnExercise(one.teacher, id)).toMatchObject(first);
  });

  it('is a conflict where its text, who sends it, or what it was written over is another', async () => {
    const id = randomUUID();
    await save(one.teacher, id, table(), 0);
    const conflict = { code: 'conflict', details: { version: 1 } };
    await expect(save(one.teacher, id, other(), 0)).rejects.toMatchObject(conflict);
    const changed = { ...table(), yaml: `# mine\n${table().yaml}` };
    await expect(save(one.teacher, id, changed, 0)).rejects.toMatchObject(conflict);
    await expect(save(colleague, id, table(), 0)).rejects.toMatchObject(conflict);
    await save(one.teacher, id, other(), 1);
    await save(one.teacher, id, table(), 2);
    await expect(save(one.teacher, id, table(), 1)).rejects.toMatchObject({
      code: 'conflict',
      details: { version: 3 },
    });
  });
});
