import { beforeEach, describe, expect, it } from 'vitest';
import { proveMembership, selectCoursesOf } from '@/lib/auth/membership';
import type { CourseProof } from '@/lib/auth/proof';
import { makeSection, removeSection, renameSection } from '@/lib/classroom/courses/commands/sections';
import { leaveCourse, transferCourse } from '@/lib/classroom/people/commands/leaving';
import { changeRole, movePeople, putBack, removePerson } from '@/lib/classroom/people/commands/people';
import { listPeople } from '@/lib/classroom/people/queries';
import { peopleFilterSchema } from '@/lib/classroom/people/schema';
import { db } from '@/lib/db/client';
import { connectFreshDatabase } from '@/tests/helpers/database';
import {
  atOnce,
  auditOf,
  member,
  membershipOf,
  type Staffed,
  somebody,
  staffedCourse,
} from './people-of-tests';

connectFreshDatabase();

let own: Staffed;
let other: Staffed;

beforeEach(async () => {
  own = await staffedCourse('Own');
  other = await staffedCourse('Other');
});

const of = (proof: CourseProof, course: Staffed = own) => ({
  courseId: course.courseId,
  userId: proof.viewer.id,
});

describe('removing and putting back', () => {
  it('takes a person out and brings them back to what they had', async () => {
    const { sectionId } = await makeSection(own.teacher, { courseId: own.courseId, title: 'Monday' });
    await movePeople(own.teacher, {
      courseId: own.courseId,
      userIds: [own.student.viewer.id],
      seatIds: [],
      sectionId,
    });
    const before = await membershipOf(own.courseId, own.student.viewer);
    await removePerson(own.teacher, of(own.student));
    expect(await membershipOf(own.courseId, own.student.viewer)).toMatchObject({
      removedById: own.teacher.viewer.id,
    });
    await expect(proveMembership(own.student.viewer, own.courseId, 'student')).rejects.toMatchObject({
      code: 'not-found',
    });
    expect(await selectCoursesOf(own.student.viewer)).toEqual([]);
    // Done twice, it is done once.
    await removePerson(own.teacher, of(own.student));
    await putBack(own.teacher, of(own.student));
    await putBack(own.teacher, of(own.student));
    expect(await membershipOf(own.courseId, own.student.viewer)).toEqual(before);
    expect(await auditOf(own.courseId)).toEqual([
      'section.made',
      'person.moved',
      'person.removed',
      'person.put-back',
    ]);
  });

  it('is for whom one manages: students and assistants by teachers, everybody by owners', async () => {
    await expect(removePerson(own.teacher, of(own.owner))).rejects.toMatchObject({ code: 'forbidden' });
    await expect(removePerson(own.assistant, of(own.student))).rejects.toMatchObject({ code: 'forbidden' });
    await removePerson(own.teacher, of(own.assistant));
    await removePerson(own.owner, of(own.teacher));
    await expect(removePerson(own.owner, of(own.owner))).rejects.toMatchObject({ code: 'conflict' });
    // Who was removed has no say any more, whatever proof they still hold.
    await expect(putBack(own.teacher, of(own.teacher))).rejects.toMatchObject({ code: 'not-found' });
  });

  it('reaches nobody of another course', async () => {
    for (const userId of [other.student.viewer.id, (await somebody()).id]) {
      const input = { courseId: own.courseId, userId };
      await expect(removePerson(own.owner, input)).rejects.toMatchObject({ code: 'not-found' });
      await expect(putBack(own.owner, input)).rejects.toMatchObject({ code: 'not-found' });
      await expect(changeRole(own.owner, { ...input, role: 'teacher' })).rejects.toMatchObject({
        code: 'not-found',
      });
    }
    await expect(removePerson(own.owner, of(other.student, other))).rejects.toMatchObject({
      code: 'not-found',
    });
    expect(await auditOf(other.courseId)).toEqual([]);
  });
});

describe('roles', () => {
  it('are given by who may, and no role gives more than it manages', async () => {
    await changeRole(own.teacher, { ...of(own.student), role: 'assistant' });
    expect(await membershipOf(own.courseId, own.student.viewer)).toMatchObject({ role: 'assistant' });
    await expect(changeRole(own.teacher, { ...of(own.student), role: 'teacher' })).rejects.toMatchObject({
      code: 'forbidden',
    });
    await expect(changeRole(own.teacher, { ...of(own.teacher), role: 'owner' })).rejects.toMatchObject({
      code: 'forbidden',
    });
    await changeRole(own.owner, { ...of(own.student), role: 'teacher' });
    expect(await auditOf(own.courseId)).toEqual(['person.role-changed', 'person.role-changed']);
  });

  it('go by what the actor is now, not by what a proof said', async () => {
    await changeRole(own.owner, { ...of(own.teacher), role: 'student' });
    await expect(removePerson(own.teacher, of(own.student))).rejects.toMatchObject({ code: 'forbidden' });
  });
});

describe('an owner', () => {
  it('stays: the only one cannot leave, step down or be removed', async () => {
    await expect(leaveCourse(own.owner, { courseId: own.courseId })).rejects.toMatchObject({
      code: 'conflict',
    });
    await expect(changeRole(own.owner, { ...of(own.owner), role: 'teacher' })).rejects.toMatchObject({
      code: 'conflict',
    });
  });

  it('hands the course over and is a teacher then', async () => {
    await transferCourse(own.asOwner, of(own.teacher));
    expect(await membershipOf(own.courseId, own.teacher.viewer)).toMatchObject({ role: 'owner' });
    expect(await membershipOf(own.courseId, own.owner.viewer)).toMatchObject({ role: 'teacher' });
    await leaveCourse(own.owner, { courseId: own.courseId });
    expect(await auditOf(own.courseId)).toEqual(['course.transferred', 'person.left']);
  });

  it.each(['leave', 'step down', 'remove each other'])(
    'remains when two of them %s at the same moment',
    async (what) => {
      const second = await proveMembership(
        await member(own.courseId, 'owner', 'second'),
        own.courseId,
        'teacher',
      );
      const pair = [own.owner, second] as const;
      const works = pair.map((proof, i) => () => {
        const partner = pair[1 - i] ?? proof;
        if (what === 'leave') return leaveCourse(proof, { courseId: own.courseId });
        if (what === 'step down') return changeRole(proof, { ...of(proof), role: 'student' });
        return removePerson(proof, of(partner));
      });
      const ended = await atOnce(...works);
      expect(ended.filter((end) => end === 'done')).toHaveLength(1);
      const owners = await db().membership.count({
        where: { courseId: own.courseId, role: 'owner', removedAt: null },
      });
      expect(owners).toBe(1);
    },
  );
});

describe('leaving', () => {
  it('keeps the place, and says that the person left by themselves', async () => {
    await leaveCourse(own.student, { courseId: own.courseId });
    const { people } = await listPeople(own.teacher, peopleFilterSchema.parse({ state: 'gone' }));
    expect(people).toMatchObject([{ userId: own.student.viewer.id, state: 'left' }]);
    await putBack(own.teacher, of(own.student));
    await removePerson(own.teacher, of(own.student));
    expect(
      (await listPeople(own.teacher, peopleFilterSchema.parse({ state: 'gone' }))).people[0]?.state,
    ).toBe('removed');
  });
});

describe('sections', () => {
  it('are of one course, have titles of their own, and go only when they are empty', async () => {
    const { courseId } = own;
    const { sectionId } = await makeSection(own.teacher, { courseId, title: 'Monday' });
    await expect(makeSection(own.teacher, { courseId, title: 'MONDAY' })).rejects.toMatchObject({
      code: 'conflict',
    });
    await renameSection(own.teacher, { courseId, sectionId, title: 'Tuesday' });
    await expect(
      renameSection(other.owner, { courseId: other.courseId, sectionId, title: 'Mine' }),
    ).rejects.toMatchObject({ code: 'not-found' });
    const move = { courseId, userIds: [own.student.viewer.id], seatIds: [], sectionId };
    expect(await movePeople(own.teacher, move)).toEqual({ moved: 1 });
    expect(await movePeople(own.teacher, move)).toEqual({ moved: 0 });
    await expect(removeSection(own.teacher, { courseId, sectionId })).rejects.toMatchObject({
      code: 'conflict',
    });
    await expect(
      movePeople(other.teacher, { ...move, courseId: other.courseId, userIds: [other.student.viewer.id] }),
    ).rejects.toMatchObject({ code: 'not-found' });
    await movePeople(own.teacher, { ...move, sectionId: null });
    await removeSection(own.teacher, { courseId, sectionId });
    await expect(makeSection(own.assistant, { courseId, title: 'Mine' })).rejects.toMatchObject({
      code: 'forbidden',
    });
  });

  it('take all who are moved, or none', async () => {
    const { courseId } = own;
    const { sectionId } = await makeSection(own.teacher, { courseId, title: 'Monday' });
    const userIds = [own.student.viewer.id, other.student.viewer.id];
    await expect(
      movePeople(own.teacher, { courseId, userIds, seatIds: [], sectionId }),
    ).rejects.toMatchObject({ code: 'not-found' });
    expect(await membershipOf(courseId, own.student.viewer)).toMatchObject({ sectionId: null });
  });
});

describe('the list of people', () => {
  it('finds by name, address, section, role and state, and never anybody of another course', async () => {
    const names = async (raw: object) =>
      (await listPeople(own.assistant, peopleFilterSchema.parse(raw))).people.map(({ name }) => name);
    expect(await names({})).toEqual(['owner', 'teacher', 'assistant', 'student']);
    expect(await names({ search: 'STUD' })).toEqual(['student']);
    expect(await names({ search: own.owner.viewer.email })).toEqual(['owner']);
    expect(await names({ search: '%' })).toEqual([]);
    expect(await names({ role: 'teacher' })).toEqual(['teacher']);
    expect(await names({ role: 'nonsense', section: "'", state: 7, page: 'x' })).toHaveLength(4);
    expect(await names({ section: 'none' })).toHaveLength(4);
    expect(await names({ page: '2' })).toEqual([]);
    expect((await listPeople(own.assistant, peopleFilterSchema.parse({}))).counts).toEqual({
      in: 4,
      awaited: 0,
      gone: 0,
    });
  });
});
