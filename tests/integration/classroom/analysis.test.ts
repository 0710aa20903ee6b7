/** Twelve students answer the quiz of the first lesson from beliefs that are known: what the class did is known too. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { proveMembership } from '@/lib/auth/membership';
import { analyseExercise } from '@/lib/classroom/analysis/queries/item';
import { listAnalysis } from '@/lib/classroom/analysis/queries/list';
import { itemQuerySchema, listQuerySchema } from '@/lib/classroom/analysis/schema';
import { makeAssignment } from '@/lib/classroom/assignments/commands/assignments';
import { saveDraft, startOrContinueAttempt } from '@/lib/classroom/attempts/commands';
import { submitAttempt } from '@/lib/classroom/submissions/commands';
import { db } from '@/lib/db/client';
import { closeRunner } from '@/lib/exercises/runner';
import { enrol, makePerson } from '@/prisma/builders';
import { type Belief, beliefs } from '@/prisma/demo/beliefs';
import { countQueries } from '@/tests/helpers/count-queries';
import { connectFreshDatabase } from '@/tests/helpers/database';
import { assignmentInput } from './assigned';
import { loadCatalogue, makeClass, start, submissionFrom, type TestClass } from './class';

connectFreshDatabase();

const table = 'reference-counts/two-names-one-array';
const choice = 'names-and-objects/value-through-the-other-name';
const list = (query: object = {}) => listQuerySchema.parse(query);
const item = (query: object = {}) => itemQuerySchema.parse(query);

let one: TestClass;
let other: TestClass;
let section: string;
const ids = new Map<string, string>();
const exerciseId = (slug: string) => ids.get(slug) ?? '';

/** A new student who answers once for each belief. */
async function answering(name: string, held: readonly Belief[], sectionId?: string) {
  const person = await makePerson({ name, email: `${name}@example.org` });
  await enrol(one.courseId, person, 'student');
  if (sectionId !== undefined) {
    await db().membership.update({
      where: { courseId_userId: { courseId: one.courseId, userId: person.id } },
      data: { sectionId },
    });
  }
  const proof = await proveMembership(person, one.courseId, 'student');
  for (const belief of held) await submitAttempt(proof, submissionFrom(await start(proof), belief));
  return person;
}

beforeAll(async () => {
  await loadCatalogue();
  one = await makeClass('analysed');
  other = await makeClass('other');
  for (const { id, slug } of await db().exercise.findMany({ select: { id: true, slug: true } }))
    ids.set(slug, id);
  ({ id: section } = await db().section.create({ data: { courseId: one.courseId, title: 'Monday' } }));
  for (let n = 1; n <= 6; n++) await answering(`right${n}`, [beliefs.right], section);
  for (let n = 1; n <= 3; n++) await answering(`copies${n}`, [beliefs.copies, beliefs.right]);
  await answering('copies4', [beliefs.copies, beliefs.copies]);
  await answering('comes', [beliefs.right, beliefs.copies]);
  await answering('gone', [beliefs.copies]);
  // What does not count: who was removed, the teacher, other courses, an attempt that is open.
  const gone = await db().user.findUniqueOrThrow({ where: { email: 'gone@example.org' } });
  await db().membership.update({
    where: { courseId_userId: { courseId: one.courseId, userId: gone.id } },
    data: { removedAt: new Date() },
  });
  const teacher = await proveMembership(one.teacher.viewer, one.courseId, 'student');
  await submitAttempt(teacher, submissionFrom(await start(teacher), beliefs.copies));
  await submitAttempt(other.student, submissionFrom(await start(other.student), beliefs.copies));
  await start(one.student);
}, 120_000);
afterAll(closeRunner);

describe('the list of a course', () => {
  it('has each exercise that students answered, with one answer for each of them', async () => {
    const { exercises, choices } = await listAnalysis(one.teacher, list());
    expect(choices.sections).toEqual([{ id: section, title: 'Monday' }]);
    const found = exercises.find(({ slug }) => slug === choice);
    // Seven of eleven are right at first: 6 × right, and who comes to a belief later.
    expect(found).toMatchObject({
      n: 11,
      facility: { status: 'known', value: { share: 7 / 11 } },
      discrimination: { status: 'known', value: { r: 1, n: 11 } },
    });
    expect(exercises.find(({ slug }) => slug === table)?.commonest).toMatchObject({
      id: 'AssignmentCopiesObject',
      students: 4,
    });
    expect(exercises.every(({ n }) => n === 11)).toBe(true);
  });

  it('takes the last or the best attempt where that is asked for', async () => {
    const shareOf = async (attempt: string) => {
      const { exercises } = await listAnalysis(one.teacher, list({ attempt }));
      const figure = exercises.find(({ slug }) => slug === choice)?.facility;
      return figure?.status === 'known' ? figure.value.share : null;
    };
    // At last one still copies, and one has come to it.
    expect(await shareOf('last')).toBeCloseTo(9 / 11, 12);
    expect(await shareOf('best')).toBeCloseTo(10 / 11, 12);
  });

  it('is narrowed to a section, where six are too few for an index', async () => {
    const { exercises } = await listAnalysis(one.teacher, list({ section }));
    expect(exercises.find(({ slug }) => slug === choice)).toMatchObject({
      n: 6,
      facility: { status: 'unknown', why: { code: 'too-few', n: 6, least: 10 } },
      discrimination: { status: 'unknown' },
    });
  });

  it('knows nothing of other courses', async () => {
    const { exercises } = await listAnalysis(other.teacher, list());
    expect(exercises.every(({ n }) => n === 1)).toBe(true);
    await expect(listAnalysis(other.teacher, list({ section }))).rejects.toMatchObject({ code: 'not-found' });
    await expect(listAnalysis(one.teacher, list({ assignment: randomUUID() }))).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});

describe('one exercise', () => {
  it('shows on the table where the class goes wrong, and with what', async () => {
    const { analysis } = await analyseExercise(one.teacher, exerciseId(table), item());
    expect(analysis).toMatchObject({ n: 11, varies: false, otherVersions: 0, triedAgain: 5, parameters: [] });
    expect(analysis.attempts).toEqual([
      { attempts: 1, students: 6 },
      { attempts: 2, students: 5 },
    ]);
    expect(analysis.distribution.all).toBe(7);
    const count = analysis.parts.find(({ label }) => label.startsWith('step 2, reference count'));
    expect(count).toMatchObject({ n: 11, wrong: 4, wrongShare: 4 / 11, expected: '2', place: '2.3' });
    expect(count?.groups.map(({ says, students }) => [says, students.map(({ name }) => name)])).toEqual([
      [{ type: 'value', text: '1' }, ['copies1', 'copies2', 'copies3', 'copies4']],
    ]);
    expect(count?.groups[0]?.beliefs).toMatchObject([{ id: 'AssignmentCopiesObject', students: 4 }]);
  });

  it('tells how beliefs move from the first to the last attempt', async () => {
    const { id: marksId } = await db().marks.findFirstOrThrow({
      where: {
        courseId: one.courseId,
        answer: {
          exerciseRevision: { exerciseId: exerciseId(table) },
          submission: { attempt: { number: 1, membership: { user: { name: 'copies2' } } } },
        },
      },
      select: { id: true },
    });
    await db().diagnosisDenial.create({ data: { courseId: one.courseId, marksId } });
    const { analysis } = await analyseExercise(one.teacher, exerciseId(table), item({ attempt: 'best' }));
    expect(analysis.flow[0]?.denied.map(({ name }) => name)).toEqual(['copies2']);
    const moves = analysis.flow.map(({ id, ...who }) => [
      id,
      ...[who.first, who.stayed, who.left, who.came].map((students) => students.length),
    ]);
    expect(moves).toEqual([['AssignmentCopiesObject', 4, 1, 3, 1]]);
  });

  it('counts each option by its place in the file, with who chose it', async () => {
    const { analysis } = await analyseExercise(one.teacher, exerciseId(choice), item());
    const chosen = analysis.options?.flatMap(({ text, right, students }) =>
      students.length === 0 ? [] : [[text, right, students.length]],
    );
    expect(chosen).toEqual(
      expect.arrayContaining([
        ['[10, 2, 3]', true, 7],
        ['[1, 2, 3]', false, 4],
      ]),
    );
    expect(chosen).toHaveLength(2);
  });

  it('is not there for what is no exercise', async () => {
    for (const id of ['x', randomUUID()])
      await expect(analyseExercise(one.teacher, id, item())).rejects.toMatchObject({ code: 'not-found' });
  });
});

it('takes a bounded number of queries, however many have answered', async () => {
  expect(await countQueries(() => listAnalysis(one.teacher, list()))).toBeLessThanOrEqual(5);
  const analyse = () => analyseExercise(one.teacher, exerciseId(table), item());
  expect(await countQueries(analyse)).toBeLessThanOrEqual(8);
});

describe('what a submission keeps for it', () => {
  it('is the time between saves, question by question, and the drawing of the variant', async () => {
    const attempt = await start(other.other);
    const { courseId, attemptId } = attempt;
    await db().attempt.update({
      where: { id: attemptId },
      data: { openedAt: new Date(Date.now() - 40_000) },
    });
    const { answers } = submissionFrom(attempt, beliefs.right);
    const [first, second] = answers;
    if (first === undefined || second === undefined) throw new Error('no questions');
    await saveDraft(other.other, { courseId, attemptId, version: 0, ...first });
    await db().draft.updateMany({ where: { attemptId }, data: { savedAt: new Date(Date.now() - 25_000) } });
    await saveDraft(other.other, { courseId, attemptId, version: 0, ...second });
    await submitAttempt(other.other, submissionFrom(attempt, beliefs.right));
    const stored = await db().answer.findMany({
      where: { courseId, submission: { attemptId } },
      select: { position: true, seconds: true, drawing: true },
      orderBy: { position: 'asc' },
    });
    const [earlier, later, never] = stored;
    // A loaded machine may add some seconds to each.
    expect(earlier?.seconds).toBeGreaterThanOrEqual(40);
    expect(later?.seconds).toBeGreaterThanOrEqual(25);
    expect(later?.seconds).toBeLessThan(40);
    expect(never?.seconds).toBeNull();
    expect(stored.map(({ drawing }) => drawing)).toEqual([0, 0, 0, 0]);
  });

  it('is counted once where several questions are saved at the same moment', async () => {
    const attempt = await start(other.student);
    const { courseId, attemptId } = attempt;
    await db().attempt.update({
      where: { id: attemptId },
      data: { openedAt: new Date(Date.now() - 100_000) },
    });
    const { answers } = submissionFrom(attempt, beliefs.right);
    await Promise.all(
      answers.map((answer) => saveDraft(other.student, { courseId, attemptId, version: 0, ...answer })),
    );
    const { _sum: sum } = await db().draft.aggregate({
      where: { courseId, attemptId },
      _sum: { seconds: true },
    });
    expect(sum.seconds).toBeGreaterThanOrEqual(100);
    expect(sum.seconds).toBeLessThan(200);
  });

  it('tells variants apart by their parameters', async () => {
    const varied = exerciseId('reference-counts/count-after-each-step');
    const input = await assignmentInput(one.courseId);
    await makeAssignment(one.teacher, {
      ...input,
      items: [{ type: 'exercise', exerciseId: varied, points: 4 }],
    });
    const quiz = await db().quiz.findFirstOrThrow({
      where: { courseId: one.courseId, assignmentId: { not: null } },
      select: { slug: true, assignmentId: true },
    });
    for (const proof of [one.student, one.other]) {
      const attempt = await startOrContinueAttempt(proof, { courseId: one.courseId, quizSlug: quiz.slug });
      await submitAttempt(proof, {
        courseId: one.courseId,
        attemptId: attempt.attemptId,
        submissionId: randomUUID(),
        answers: [],
      });
    }
    const { analysis } = await analyseExercise(one.teacher, varied, item({ assignment: quiz.assignmentId }));
    expect(analysis).toMatchObject({ n: 2, varies: true, undrawn: 0 });
    expect(analysis.discrimination).toMatchObject({ why: { code: 'too-few' } });
    expect(analysis.parameters.length).toBeGreaterThan(0);
    expect(analysis.parameters.every(({ values, rare }) => values.length === 0 && rare.answers === 2)).toBe(
      true,
    );
    expect(analysis.parts.every(({ wrongShare }) => wrongShare === null)).toBe(true);
  });
});
