import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { makeSection } from '@/lib/classroom/courses/commands/sections';
import { makeInvitation } from '@/lib/classroom/invitations/commands/invitations';
import { joinCourse } from '@/lib/classroom/invitations/commands/joining';
import { removePerson } from '@/lib/classroom/people/commands/people';
import { listPeople } from '@/lib/classroom/people/queries';
import { peopleFilterSchema } from '@/lib/classroom/people/schema';
import { importRoster } from '@/lib/classroom/roster/commands';
import { exportRoster, previewRoster } from '@/lib/classroom/roster/queries';
import { readRoster } from '@/lib/classroom/roster/read-roster';
import { db } from '@/lib/db/client';
import { countQueries } from '@/tests/helpers/count-queries';
import { connectFreshDatabase } from '@/tests/helpers/database';
import { atOnce, auditOf, membershipOf, type Staffed, somebody, staffedCourse } from './people-of-tests';

connectFreshDatabase();

let own: Staffed;
let other: Staffed;

beforeEach(async () => {
  await db().rateLimit.deleteMany();
  own = await staffedCourse('Own');
  other = await staffedCourse('Other');
});

const preview = (text: string) => previewRoster(own.teacher, { courseId: own.courseId, text });

async function load(text: string, leaveOut = false) {
  const { digest } = await preview(text);
  return importRoster(own.teacher, { courseId: own.courseId, text, digest, leaveOut });
}

const two = 'name,email,section,student id\nAda,ada@uni.example,Monday,1\nBela,bela@uni.example,,2\n';

describe('importing a roster', () => {
  it('keeps places for who is new, makes sections, and does nothing the second time', async () => {
    expect(await load(two)).toEqual({ added: 2, changed: 0, unchanged: 0, leftOut: 0 });
    const seats = await db().seat.findMany({
      where: { courseId: own.courseId },
      include: { section: true },
      orderBy: { name: 'asc' },
    });
    expect(seats).toMatchObject([
      { name: 'Ada', email: 'ada@uni.example', studentNumber: '1', section: { title: 'Monday' } },
      { name: 'Bela', email: 'bela@uni.example', studentNumber: '2', section: null },
    ]);
    const before = await auditOf(own.courseId);
    expect(before.toSorted()).toEqual(['seat.made', 'seat.made', 'section.made']);
    expect(await load(two)).toEqual({ added: 0, changed: 0, unchanged: 2, leftOut: 0 });
    expect(await auditOf(own.courseId)).toEqual(before);
    expect((await preview(two)).rows.map(({ kind }) => kind)).toEqual(['matched', 'matched']);
  });

  it('tells of nobody outside the course, and takes nobody in by their address', async () => {
    const known = await somebody('Known');
    const text = `name,email\nX,${known.email}\nY,nobody@uni.example\n`;
    const { rows } = await preview(text);
    expect(rows).toMatchObject([
      { kind: 'new', name: 'X' },
      { kind: 'new', name: 'Y' },
    ]);
    await load(text);
    expect(await membershipOf(own.courseId, known)).toBeNull();
    // Not even who signed up with the address takes the place without its code.
    const { code } = await makeInvitation(own.teacher, {
      courseId: own.courseId,
      sectionId: null,
      days: null,
      usesAllowed: null,
    });
    await joinCourse(known, { code }, 'here');
    expect(await db().seat.count({ where: { courseId: own.courseId } })).toBe(2);
    // The teacher's next import sees both, and says that they are one.
    expect((await preview(text)).rows).toMatchObject([
      { kind: 'matched', to: { userId: known.id }, changes: true },
      { kind: 'matched' },
    ]);
    await load(text);
    expect(await db().seat.count({ where: { courseId: own.courseId } })).toBe(1);
  });

  it('moves and numbers members, with what the file says of them', async () => {
    const { email, id } = own.student.viewer;
    await load(`name;email;section;id\nAnything;${email.toUpperCase()};Friday;0042\n`);
    const row = await db().membership.findUnique({
      where: { courseId_userId: { courseId: own.courseId, userId: id } },
      include: { section: true, user: true },
    });
    expect(row).toMatchObject({
      studentNumber: '0042',
      section: { title: 'Friday' },
      user: { name: 'student' },
    });
  });

  it('writes nothing at all where a row is bad or ambiguous, unless it is to be left out', async () => {
    await removePerson(own.teacher, { courseId: own.courseId, userId: own.student.viewer.id });
    const text = `${two}Gone,${own.student.viewer.email},Tuesday,\n,x@uni.example,,\n`;
    await expect(load(text)).rejects.toMatchObject({ code: 'invalid-input' });
    expect(await db().seat.count({ where: { courseId: own.courseId } })).toBe(0);
    expect(await db().section.count({ where: { courseId: own.courseId } })).toBe(0);
    expect(await load(text, true)).toEqual({ added: 2, changed: 0, unchanged: 0, leftOut: 2 });
    expect(await membershipOf(own.courseId, own.student.viewer)).toMatchObject({
      removedAt: expect.any(Date),
    });
  });

  it('does what the preview showed, or nothing', async () => {
    const { digest } = await preview(two);
    await makeSection(own.teacher, { courseId: own.courseId, title: 'MONDAY' });
    const input = { courseId: own.courseId, text: two, digest, leaveOut: false };
    await expect(importRoster(own.teacher, input)).rejects.toMatchObject({ code: 'conflict' });
    await expect(
      importRoster(own.teacher, {
        ...input,
        digest: (await preview(two)).digest,
        text: two.replace('Ada', 'Eve'),
      }),
    ).rejects.toMatchObject({ code: 'conflict' });
    expect(await db().seat.count({ where: { courseId: own.courseId } })).toBe(0);
  });

  it('is done once by two at the same moment', async () => {
    const { digest } = await preview(two);
    const run = () =>
      importRoster(own.teacher, { courseId: own.courseId, text: two, digest, leaveOut: false });
    expect((await atOnce(run, run)).toSorted()).toEqual(['conflict', 'done']);
    expect(await db().seat.count({ where: { courseId: own.courseId } })).toBe(2);
  });

  it('is for who manages the students of this course', async () => {
    const input = { courseId: own.courseId, text: two };
    await expect(previewRoster(own.assistant, input)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(previewRoster(other.owner, input)).rejects.toMatchObject({ code: 'not-found' });
    await expect(exportRoster(own.assistant)).rejects.toMatchObject({ code: 'forbidden' });
    const { digest } = await preview(two);
    for (const [proof, code] of [
      [own.assistant, 'forbidden'],
      [other.owner, 'not-found'],
    ] as const)
      await expect(importRoster(proof, { ...input, digest, leaveOut: false })).rejects.toMatchObject({
        code,
      });
  });

  it('takes 2,000 rows in under three seconds, with as many statements as for ten', async () => {
    const text = (rows: number) =>
      `name,email,section,student id\n${Array.from(
        { length: rows },
        (_, i) => `Person ${i},${randomUUID()}@uni.example,Section ${i % 8},${randomUUID()}\n`,
      ).join('')}`;
    const ten = text(10);
    const thousands = text(2_000);
    const ofFew = await countQueries(() => load(ten));
    const before = process.cpuUsage();
    const start = performance.now();
    const ofMany = await countQueries(() => load(thousands));
    const took = performance.now() - start;
    const { user, system } = process.cpuUsage(before);
    console.info(
      `2,000 rows: ${Math.round(took)} ms, ${Math.round((user + system) / 1_000)} ms of them computing`,
    );
    expect(await db().seat.count({ where: { courseId: own.courseId } })).toBe(2_010);
    expect(ofFew).toBeLessThan(40);
    // Two fewer: the sections are made by then.
    expect(ofMany).toBeLessThanOrEqual(ofFew);
    // On a machine that is busy with other things the clock says little: a third of the time is what it may compute.
    expect((user + system) / 1_000).toBeLessThan(1_000);
  });
});

describe('exporting a roster', () => {
  it('writes what the import reads: people, and places with their codes', async () => {
    await load(`${two}=cmd(),evil@uni.example,+1,\n`);
    const { csv } = await exportRoster(own.teacher);
    expect(csv).toContain("\r\n'=cmd(),evil@uni.example,'+1,");
    const { rows, bad } = readRoster(csv);
    expect(bad).toEqual([]);
    expect(rows).toHaveLength(7);
    expect(rows).toContainEqual(expect.objectContaining({ name: '=cmd()', section: '+1' }));
    const { awaited } = await listPeople(own.teacher, peopleFilterSchema.parse({ state: 'awaited' }));
    expect(awaited.map(({ name }) => name)).toEqual(['=cmd()', 'Ada', 'Bela']);
    for (const { code } of awaited) expect(csv.replaceAll('-', '')).toContain(code);
    // Assistants see who is awaited, and no codes.
    const seen = await listPeople(own.assistant, peopleFilterSchema.parse({ state: 'awaited' }));
    expect(seen.awaited.map(({ code }) => code)).toEqual([null, null, null]);
  });
});
