import 'server-only';
import { db } from '@/lib/db/client';
import { type Excuses, excusesOf, noExcuses, type StoredExcuse } from '../../assignments/excuses';
import { databaseNow } from '../../assignments/queries/gate';
import { excuseSelection, termsOf, termsSelection } from '../../assignments/stored';
import type { Member } from '../../assignments/terms';
import { total } from '../../attempts/rules';
import type { BookAssignment } from '../rules';

/** Assignments of a course that the gradebook shows at most; as many as the list of assignments. */
const mostAssignments = 500;

export interface FrameAssignment extends BookAssignment {
  readonly assignmentId: string;
  readonly title: string;
  readonly quizId: string;
  readonly items: readonly FrameItem[];
}

export interface FrameItem {
  readonly exerciseId: string;
  readonly title: string;
  readonly points: number;
}

/** What a gradebook is hung on: all but people and their work. */
export interface Frame {
  readonly courseId: string;
  readonly title: string;
  readonly timeZone: string;
  readonly now: Date;
  readonly sections: readonly { readonly id: string; readonly title: string }[];
  /** The first that opened first; those that were put away are left out. */
  readonly assignments: readonly FrameAssignment[];
  excusesFor(assignmentId: string, userId: string): Excuses;
}

/** A bounded number of queries, whatever the size. */
export async function selectFrame(courseId: string): Promise<Frame> {
  const [course, assignments, excuses, now] = await Promise.all([
    db().course.findUniqueOrThrow({
      where: { id: courseId },
      select: {
        title: true,
        timeZone: true,
        sections: { select: { id: true, title: true }, orderBy: { title: 'asc' } },
      },
    }),
    db().assignment.findMany({
      where: { courseId, archivedAt: null, items: { some: { exerciseId: { not: null } } } },
      select: {
        id: true,
        title: true,
        ...termsSelection,
        quiz: { select: { id: true } },
        items: {
          where: { exerciseId: { not: null } },
          select: {
            points: true,
            exercise: { select: { id: true, slug: true, current: { select: { title: true } } } },
          },
          orderBy: { position: 'asc' },
        },
      },
      orderBy: [{ opensAt: 'asc' }, { createdAt: 'asc' }],
      take: mostAssignments,
    }),
    db().excuse.findMany({
      where: { courseId },
      select: { ...excuseSelection, assignmentId: true, userId: true },
    }),
    databaseNow(),
  ]);
  const standing = standingExcuses(excuses);
  return {
    courseId,
    ...course,
    now,
    assignments: assignments.map((assignment) => {
      const items = assignment.items.flatMap(itemOf);
      return {
        assignmentId: assignment.id,
        title: assignment.title,
        quizId: assignment.quiz?.id ?? '',
        ...termsOf(assignment),
        items,
        possible: total(items.map(({ points }) => points)),
      };
    }),
    excusesFor: (assignmentId, userId) => standing.get(assignmentId)?.get(userId) ?? noExcuses,
  };
}

interface StoredItem {
  readonly points: { toNumber(): number } | null;
  readonly exercise: {
    readonly id: string;
    readonly slug: string;
    readonly current: { readonly title: string } | null;
  } | null;
}

const itemOf = ({ exercise, points }: StoredItem): FrameItem[] =>
  exercise === null
    ? []
    : [
        {
          exerciseId: exercise.id,
          title: exercise.current?.title ?? exercise.slug,
          points: points?.toNumber() ?? 0,
        },
      ];

type ExcuseRow = StoredExcuse & { readonly assignmentId: string; readonly userId: string };

/** What stands, by assignment and student. */
function standingExcuses(rows: readonly ExcuseRow[]): Map<string, Map<string, Excuses>> {
  const stored = new Map<string, Map<string, ExcuseRow[]>>();
  for (const row of rows) {
    const byStudent = stored.get(row.assignmentId) ?? new Map<string, ExcuseRow[]>();
    stored.set(row.assignmentId, byStudent.set(row.userId, [...(byStudent.get(row.userId) ?? []), row]));
  }
  return new Map(
    [...stored].map(([assignmentId, byStudent]) => [
      assignmentId,
      new Map([...byStudent].map(([userId, own]) => [userId, excusesOf(own)])),
    ]),
  );
}

export interface BookPerson extends Member {
  readonly name: string;
  readonly email: string;
  /** What the school numbers the person with. */
  readonly studentNumber: string | null;
  readonly section: string | null;
}

/** Students of a course that a gradebook takes at most. */
const mostStudents = 10_000;

export const personSelection = {
  userId: true,
  role: true,
  sectionId: true,
  studentNumber: true,
  removedAt: true,
  section: { select: { title: true } },
  user: { select: { name: true, email: true } },
} as const;

interface StoredPerson extends Pick<BookPerson, 'userId' | 'role' | 'sectionId' | 'studentNumber'> {
  readonly removedAt: Date | null;
  readonly section: { readonly title: string } | null;
  readonly user: { readonly name: string; readonly email: string };
}

export const personOf = ({ section, user, removedAt, ...rest }: StoredPerson): BookPerson => ({
  ...rest,
  removed: removedAt !== null,
  section: section?.title ?? null,
  ...user,
});

/** The students who are in the course, in no order. */
export async function selectPeople(courseId: string): Promise<BookPerson[]> {
  const rows = await db().membership.findMany({
    where: { courseId, role: 'student', removedAt: null },
    select: personSelection,
    take: mostStudents,
  });
  return rows.map(personOf);
}
