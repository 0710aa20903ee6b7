/** CSV injection: nothing that people can call themselves, or what they make, is a formula in a file that leaves the app. */
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { proveMembership } from '@/lib/auth/membership';
import { makeAssignment } from '@/lib/classroom/assignments/commands/assignments';
import { startOrContinueAttempt } from '@/lib/classroom/attempts/commands';
import { exportBook } from '@/lib/classroom/gradebook';
import { exportRoster } from '@/lib/classroom/roster';
import { submitAttempt } from '@/lib/classroom/submissions/commands';
import { db } from '@/lib/db/client';
import { closeRunner } from '@/lib/exercises/runner';
import { enrol, makePerson } from '@/prisma/builders';
import { beliefs } from '@/prisma/demo/beliefs';
import { connectFreshDatabase } from '@/tests/helpers/database';
import { assignmentInput, submissionTo } from '../classroom/assigned';
import { loadCatalogue, makeClass, type TestClass } from '../classroom/class';

connectFreshDatabase();

/** OWASP's list, with what may stand before or in place of the character. */
const formulas = [
  '=HYPERLINK("http://evil.example","see")',
  "+1+cmd|' /C calc'!A0",
  '-2+3',
  '@SUM(1+1)',
  '\t=1+1',
  '\r=1+1',
  '\n=1+1',
  ' =1+1',
  '＝1+1',
  '"=1+1',
  ';=1+1',
  ',=1+1',
];

let one: TestClass;

beforeAll(async () => {
  await loadCatalogue();
  one = await makeClass('exports');
  const { courseId, teacher } = one;
  // Past the schemas, as an identity provider or an older version may have let it in.
  for (const [n, formula] of formulas.entries()) {
    const person = await makePerson({ name: formula, email: `${n}@example.org` });
    await db().user.update({
      where: { id: person.id },
      data: { email: `${formula}${n}@example.org`.toLowerCase() },
    });
    await enrol(courseId, person, 'student');
    const { id: sectionId } = await db().section.create({ data: { courseId, title: formula } });
    await db().membership.update({
      where: { courseId_userId: { courseId, userId: person.id } },
      data: { sectionId, studentNumber: formula },
    });
    const seat = { name: formula, email: `${formula}seat`.toLowerCase(), studentNumber: `${formula} seat` };
    await db().seat.create({ data: { courseId, sectionId, ...seat, code: `SEAT${n}` } });
    const { assignmentId } = await makeAssignment(teacher, await assignmentInput(courseId));
    await db().assignment.update({ where: { id: assignmentId }, data: { title: formula } });
    const quiz = await db().quiz.findFirstOrThrow({ where: { courseId, assignmentId } });
    const proof = await proveMembership(person, courseId, 'student');
    const attempt = await startOrContinueAttempt(proof, { courseId, quizSlug: quiz.slug });
    await submitAttempt(proof, submissionTo(attempt, beliefs.right));
  }
  // Written once in the product, and never changed.
  await db().$executeRaw`ALTER TABLE "ExerciseRevision" DISABLE TRIGGER USER`;
  await db().exerciseRevision.updateMany({ data: { title: formulas[0] ?? '' } });
});
afterAll(closeRunner);

async function fileOf(name: string): Promise<string> {
  if (name === 'roster') return (await exportRoster(one.teacher)).csv;
  const format = name as 'canvas' | 'moodle' | 'long';
  const { text } = await exportBook(one.teacher, { courseId: one.courseId, format });
  let all = '';
  for await (const part of text) all += part;
  return all;
}

it.each(['canvas', 'moodle', 'long', 'roster'])(
  '%s: no cell is a formula, and all names are there',
  async (name) => {
    const text = await fileOf(name);
    const cells = (parse(text, { bom: true, relax_column_count: true }) as string[][]).flat();
    // A number may be below nothing, and a dash alone is how Moodle writes that there is no mark.
    const risky = cells.filter((cell) => /^\s*[=+\-@＝＋－＠\t\r\n]/.test(cell) && !/^-?[\d.]*$/.test(cell));
    expect(risky).toEqual([]);
    // A reader that splits at semicolons, as some spreadsheets do, finds none either.
    const split = text.split(/[;\r\n]+/).filter((part) => /^"?\s*[=+@]/.test(part));
    expect(split).toEqual([]);
    expect(cells.filter((cell) => cell.includes('HYPERLINK')).length).toBeGreaterThan(0);
  },
);
