import { beforeEach, describe, expect, it } from 'vitest';
import { proveMembership } from '@/lib/auth/membership';
import { codeTries } from '@/lib/auth/rate-limits';
import { makeSection } from '@/lib/classroom/courses/commands/sections';
import { newSeatCode } from '@/lib/classroom/invitations/codes';
import { makeInvitation, revokeInvitation } from '@/lib/classroom/invitations/commands/invitations';
import { joinCourse, takeSeat } from '@/lib/classroom/invitations/commands/joining';
import { listInvitations, listOwnSeats, lookUpCode } from '@/lib/classroom/invitations/queries';
import { joinSchema } from '@/lib/classroom/invitations/schema';
import { leaveCourse, removeSeat } from '@/lib/classroom/people/commands/leaving';
import { changeRole, removePerson } from '@/lib/classroom/people/commands/people';
import { db } from '@/lib/db/client';
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

const invite = (more: { sectionId?: string; days?: number; usesAllowed?: number } = {}) =>
  makeInvitation(own.teacher, {
    courseId: own.courseId,
    sectionId: null,
    days: null,
    usesAllowed: null,
    ...more,
  });

const keepSeat = (more: object = {}) =>
  db().seat.create({
    data: {
      courseId: own.courseId,
      name: 'Ada',
      email: 'ada@example.org',
      code: newSeatCode(),
      ...more,
    },
  });

describe('an invitation', () => {
  it('makes students, of its section, whoever uses it', async () => {
    const { sectionId } = await makeSection(own.teacher, { courseId: own.courseId, title: 'Monday' });
    const { code } = await invite({ sectionId });
    expect(code).toMatch(/^[34679ACDEFGHJKMNPQRTWXY]{8}$/);
    const viewer = await somebody();
    expect(await lookUpCode(code, null, 'here')).toEqual({ title: 'Own', section: 'Monday', seatOf: null });
    const typed = ` ${code.slice(0, 4).toLowerCase()}-${code.slice(4)} `;
    expect(await joinCourse(viewer, joinSchema.parse({ code: typed }), 'here')).toEqual({
      courseId: own.courseId,
      title: 'Own',
      already: false,
    });
    expect(await membershipOf(own.courseId, viewer)).toMatchObject({ role: 'student', sectionId });
    expect(await joinCourse(viewer, { code }, 'here')).toMatchObject({ already: true });
    expect(await listInvitations(own.teacher)).toMatchObject([{ code, uses: 1, end: null }]);
    expect(await auditOf(own.courseId)).toEqual(['section.made', 'invitation.made', 'person.joined']);
  });

  it('leaves who is in the course what they are', async () => {
    const { code } = await invite();
    await joinCourse(own.owner.viewer, { code }, 'here');
    expect(await membershipOf(own.courseId, own.owner.viewer)).toMatchObject({ role: 'owner' });
  });

  it('takes nobody once it is revoked, over or used up', async () => {
    const viewer = await somebody();
    const revoked = await invite();
    await revokeInvitation(own.teacher, { courseId: own.courseId, invitationId: revoked.invitationId });
    await revokeInvitation(own.teacher, { courseId: own.courseId, invitationId: revoked.invitationId });
    const over = await invite({ days: 1 });
    await db().invitation.update({
      where: { id: over.invitationId },
      data: { expiresAt: new Date(Date.now() - 1) },
    });
    const used = await invite({ usesAllowed: 1 });
    await joinCourse(await somebody(), { code: used.code }, 'here');
    for (const { code } of [revoked, over, used, { code: 'NOSUCH' }]) {
      expect(await lookUpCode(code, viewer, 'here')).toBeNull();
      await expect(joinCourse(viewer, { code }, 'here')).rejects.toMatchObject({ code: 'not-found' });
    }
    expect(await membershipOf(own.courseId, viewer)).toBeNull();
    expect((await listInvitations(own.teacher)).map(({ end }) => end).sort()).toEqual([
      'expired',
      'revoked',
      'used-up',
    ]);
  });

  it('gives its last place to one of several who take it at the same moment', async () => {
    const { code } = await invite({ usesAllowed: 2 });
    const people = await Promise.all(Array.from({ length: 5 }, () => somebody()));
    const ended = await atOnce(...people.map((viewer) => () => joinCourse(viewer, { code }, 'here')));
    expect(ended.sort()).toEqual(['done', 'done', 'not-found', 'not-found', 'not-found']);
    expect(await listInvitations(own.teacher)).toMatchObject([{ uses: 2 }]);
  });

  it('takes one person once, from two tabs at the same moment', async () => {
    const { code } = await invite();
    const viewer = await somebody();
    const join = () => joinCourse(viewer, { code }, 'here');
    expect(await atOnce(join, join, join)).toEqual(['done', 'done', 'done']);
    expect(await listInvitations(own.teacher)).toMatchObject([{ uses: 1 }]);
    expect((await auditOf(own.courseId)).filter((action) => action === 'person.joined')).toHaveLength(1);
  });

  it('brings back who left, as a student, and nobody who was removed', async () => {
    const { code } = await invite();
    await changeRole(own.owner, { courseId: own.courseId, userId: own.student.viewer.id, role: 'teacher' });
    await leaveCourse(own.student, { courseId: own.courseId });
    expect(await joinCourse(own.student.viewer, { code }, 'here')).toMatchObject({ already: false });
    expect(await membershipOf(own.courseId, own.student.viewer)).toMatchObject({
      role: 'student',
      removedAt: null,
      removedById: null,
    });
    await removePerson(own.teacher, { courseId: own.courseId, userId: own.student.viewer.id });
    await expect(joinCourse(own.student.viewer, { code }, 'here')).rejects.toMatchObject({
      code: 'forbidden',
      message: 'You were removed from this course.',
    });
    await expect(proveMembership(own.student.viewer, own.courseId, 'student')).rejects.toBeDefined();
  });

  it('is made and revoked by who manages the students of the course', async () => {
    const input = { courseId: own.courseId, sectionId: null, days: null, usesAllowed: null };
    await expect(makeInvitation(own.assistant, input)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(makeInvitation(other.owner, input)).rejects.toMatchObject({ code: 'not-found' });
    const { invitationId } = await invite();
    await expect(
      revokeInvitation(other.owner, { courseId: other.courseId, invitationId }),
    ).rejects.toMatchObject({ code: 'not-found' });
    const { sectionId } = await makeSection(other.owner, { courseId: other.courseId, title: 'S' });
    await expect(invite({ sectionId })).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('a place that is kept', () => {
  it('goes to who has its code, with its section and number, and to nobody after them', async () => {
    const { code } = await keepSeat({ studentNumber: '7' });
    expect(await lookUpCode(code, null, 'here')).toMatchObject({ seatOf: 'Ada' });
    const viewer = await somebody();
    await joinCourse(viewer, { code }, 'here');
    expect(await membershipOf(own.courseId, viewer)).toMatchObject({ role: 'student', studentNumber: '7' });
    await expect(joinCourse(await somebody(), { code }, 'here')).rejects.toMatchObject({ code: 'not-found' });
  });

  it('is given up by who manages the students of the course', async () => {
    const { id: seatId, code } = await keepSeat();
    await expect(removeSeat(other.owner, { courseId: other.courseId, seatId })).rejects.toMatchObject({
      code: 'not-found',
    });
    await removeSeat(own.teacher, { courseId: own.courseId, seatId });
    await expect(joinCourse(await somebody(), { code }, 'here')).rejects.toMatchObject({ code: 'not-found' });
    expect(await auditOf(own.courseId)).toEqual(['seat.removed']);
  });

  it('goes to one of two who take it at the same moment', async () => {
    const { code } = await keepSeat();
    const [one, two] = [await somebody(), await somebody()];
    const ended = await atOnce(
      () => joinCourse(one, { code }, 'here'),
      () => joinCourse(two, { code }, 'here'),
    );
    expect(ended.sort()).toEqual(['done', 'not-found']);
  });

  it('stays kept when a teacher of the course tries its code', async () => {
    const { code } = await keepSeat();
    await expect(joinCourse(own.teacher.viewer, { code }, 'here')).rejects.toMatchObject({
      code: 'conflict',
    });
    expect(await db().seat.count({ where: { code } })).toBe(1);
  });

  it('is offered for an address only where a provider said that it is the person’s', async () => {
    const person = await somebody('Ada');
    const seat = await keepSeat({ email: person.email });
    expect(await listOwnSeats(person)).toEqual([]);
    await expect(takeSeat(person, { seatId: seat.id })).rejects.toMatchObject({ code: 'not-found' });
    await db().user.update({ where: { id: person.id }, data: { emailProvenAt: new Date() } });
    expect(await listOwnSeats(person)).toEqual([{ seatId: seat.id, title: 'Own', section: null }]);
    const stranger = await somebody();
    await db().user.update({ where: { id: stranger.id }, data: { emailProvenAt: new Date() } });
    await expect(takeSeat(stranger, { seatId: seat.id })).rejects.toMatchObject({ code: 'not-found' });
    await takeSeat(person, { seatId: seat.id });
    expect(await membershipOf(own.courseId, person)).toMatchObject({ role: 'student' });
  });
});

describe('guessing codes', () => {
  it('ends after some that lead nowhere, and codes that are right are not counted', async () => {
    const { code } = await invite();
    const viewer = await somebody();
    for (let i = 0; i < codeTries + 5; i += 1) await joinCourse(viewer, { code }, 'there');
    for (let i = 0; i < codeTries; i += 1)
      await expect(joinCourse(viewer, { code: `NO${i}` }, `there ${i}`)).rejects.toMatchObject({
        code: 'not-found',
      });
    await expect(joinCourse(viewer, { code }, 'elsewhere')).rejects.toMatchObject({ code: 'rate-limited' });
    await expect(lookUpCode(code, viewer, 'elsewhere')).rejects.toMatchObject({ code: 'rate-limited' });
    // Others are not held up.
    await expect(joinCourse(await somebody(), { code }, 'there 1')).resolves.toBeDefined();
  });
});
