import 'server-only';
import type { CourseProof } from '@/lib/auth/proof';
import { AppError } from '@/lib/common/errors';
import type { Prisma } from '@/lib/db/generated/client';
import { type HeldCourse, inHeldCourse } from '../courses/commands/held-course';
import { newSeatCode } from '../invitations/codes';
import { planOf } from './queries';
import type { ImportRosterInput, PlannedRow, RosterResult } from './schema';

type Transaction = Prisma.TransactionClient;
type NewRow = Extract<PlannedRow, { kind: 'new' }>;
type MatchedRow = Extract<PlannedRow, { kind: 'matched' }>;

/**
 * Does what the preview of this file showed: all of it in one transaction, or nothing. Sections that are new are made,
 * and for who is not in the course a place is kept. The same file once more changes nothing. Throws AppError "conflict"
 * where the course is no longer what the preview was made from, "invalid-input" where rows are ambiguous or bad and are
 * not to be left out, and as `inHeldCourse`.
 */
export async function importRoster(
  proof: CourseProof<'teacher'>,
  input: ImportRosterInput,
): Promise<RosterResult> {
  return inHeldCourse(proof, input, 'manage-students', async (tx, held) => {
    const plan = await planOf(tx, input.courseId, input.text);
    if (plan.digest !== input.digest) {
      throw new AppError('conflict', 'The course has changed since the preview, and nothing was written.', {
        remedy: 'Look at a new preview, and import that.',
      });
    }
    const fresh = plan.rows.filter((row) => row.kind === 'new');
    const matched = plan.rows.filter((row) => row.kind === 'matched');
    const leftOut = plan.rows.length - fresh.length - matched.length;
    if (leftOut > 0 && !input.leaveOut) {
      throw new AppError(
        'invalid-input',
        `Rows that are ambiguous or bad: ${leftOut}. Nothing was written.`,
        {
          remedy: 'Correct them in the file, or say that they are left out.',
        },
      );
    }
    const changing = matched.filter((row) => row.changes);
    const sections = await sectionIds(tx, held, plan.newSections);
    await dropSeats(tx, held, changing);
    await changeSeats(tx, held, changing, sections);
    await changeMembers(tx, held, changing, sections);
    await keepSeats(tx, held, fresh, sections);
    await writeAudits(tx, held, fresh, changing);
    return {
      added: fresh.length,
      changed: changing.length,
      unchanged: matched.length - changing.length,
      leftOut,
    };
  });
}

/** The ids of all sections by title, after those that are new are made. */
async function sectionIds(
  tx: Transaction,
  { courseId, viewer }: HeldCourse,
  titles: readonly string[],
): Promise<ReadonlyMap<string | null, string>> {
  const made = await tx.section.createManyAndReturn({
    data: titles.map((title) => ({ courseId, title })),
    select: { id: true, title: true },
  });
  await tx.auditRow.createMany({
    data: made.map(({ id, title }) => ({
      courseId,
      actorId: viewer.id,
      action: 'section.made',
      subjectType: 'Section',
      subjectId: id,
      detail: { title },
    })),
  });
  const all = await tx.section.findMany({ where: { courseId }, select: { id: true, title: true } });
  return new Map(all.map(({ id, title }) => [title, id]));
}

async function dropSeats(
  tx: Transaction,
  { courseId }: HeldCourse,
  changing: readonly MatchedRow[],
): Promise<void> {
  const ids = changing.flatMap(({ dropsSeat }) => (dropsSeat === null ? [] : [dropsSeat]));
  await tx.seat.deleteMany({ where: { courseId, id: { in: ids } } });
}

/** Rows as JSON, for one statement that changes them all. */
const asJson = (
  rows: readonly MatchedRow[],
  sections: ReadonlyMap<string | null, string>,
  key: 'userId' | 'seatId',
): string =>
  JSON.stringify(
    rows.flatMap((row) => {
      const id = (row.to as Partial<Record<'userId' | 'seatId', string>>)[key];
      const { name, email, studentNumber } = row;
      return id === undefined
        ? []
        : [{ id, name, email, number: studentNumber, section: sections.get(row.section) ?? null }];
    }),
  );

async function changeSeats(
  tx: Transaction,
  { courseId }: HeldCourse,
  changing: readonly MatchedRow[],
  sections: ReadonlyMap<string | null, string>,
): Promise<void> {
  await tx.$executeRaw`
    UPDATE "Seat" s
    SET name = v.name, email = v.email, "sectionId" = v.section, "studentNumber" = v.number
    FROM jsonb_to_recordset(${asJson(changing, sections, 'seatId')}::jsonb)
      AS v(id uuid, name text, email text, section uuid, number text)
    WHERE s."courseId" = ${courseId}::uuid AND s.id = v.id`;
}

async function changeMembers(
  tx: Transaction,
  { courseId }: HeldCourse,
  changing: readonly MatchedRow[],
  sections: ReadonlyMap<string | null, string>,
): Promise<void> {
  await tx.$executeRaw`
    UPDATE "Membership" m SET "sectionId" = v.section, "studentNumber" = v.number
    FROM jsonb_to_recordset(${asJson(changing, sections, 'userId')}::jsonb)
      AS v(id uuid, section uuid, number text)
    WHERE m."courseId" = ${courseId}::uuid AND m."userId" = v.id`;
}

async function keepSeats(
  tx: Transaction,
  { courseId }: HeldCourse,
  fresh: readonly NewRow[],
  sections: ReadonlyMap<string | null, string>,
): Promise<void> {
  const seats = fresh.map(({ name, email, section, studentNumber }) => ({
    name,
    email,
    number: studentNumber,
    section: sections.get(section) ?? null,
    code: newSeatCode(),
  }));
  // One parameter for all: the client takes a second to put thousands of rows into parameters of their own.
  await tx.$executeRaw`
    INSERT INTO "Seat" (id, "courseId", "sectionId", name, email, "studentNumber", code)
    SELECT gen_random_uuid(), ${courseId}::uuid, section, name, email, number, code
    FROM jsonb_to_recordset(${JSON.stringify(seats)}::jsonb)
      AS v(name text, email text, section uuid, number text, code text)`;
}

/** One row for each person: what was made of whom. */
async function writeAudits(
  tx: Transaction,
  { courseId, viewer }: HeldCourse,
  fresh: readonly NewRow[],
  changing: readonly MatchedRow[],
): Promise<void> {
  const rows = [
    ...fresh.map(({ email, ...row }) => ({
      action: 'seat.made',
      type: 'Seat',
      subject: email,
      detail: detailOf(row),
    })),
    ...changing.map(({ to, ...row }) => ({
      action: 'roster.changed',
      type: 'userId' in to ? 'Membership' : 'Seat',
      subject: 'userId' in to ? to.userId : to.seatId,
      detail: detailOf(row),
    })),
  ];
  await tx.$executeRaw`
    INSERT INTO "AuditRow" (id, "courseId", "actorId", action, "subjectType", "subjectId", detail)
    SELECT gen_random_uuid(), ${courseId}::uuid, ${viewer.id}::uuid, action, type, subject, detail
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS v(action text, type text, subject text, detail jsonb)`;
}

const detailOf = ({ name, section, studentNumber }: Pick<NewRow, 'name' | 'section' | 'studentNumber'>) => ({
  name,
  section,
  studentNumber,
});
