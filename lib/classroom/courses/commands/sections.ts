import 'server-only';
import type { CourseProof } from '@/lib/auth/proof';
import { AppError } from '@/lib/common/errors';
import type { Prisma } from '@/lib/db/generated/client';
import { writeAudit } from '../../audit/commands';
import type { MakeSectionInput, RemoveSectionInput, RenameSectionInput } from '../schema';
import { inHeldCourse } from './held-course';

type Transaction = Prisma.TransactionClient;

/** A new section. Throws AppError "conflict" where one has this title, and as `inHeldCourse`. */
export async function makeSection(
  proof: CourseProof<'teacher'>,
  input: MakeSectionInput,
): Promise<{ sectionId: string }> {
  return inHeldCourse(proof, input, 'change-course', async (tx, held) => {
    const { courseId, title } = input;
    await requireFreeTitle(tx, input);
    const { id } = await tx.section.create({ data: { courseId, title }, select: { id: true } });
    await writeAudit(tx, held, {
      action: 'section.made',
      subjectType: 'Section',
      subjectId: id,
      detail: { title },
    });
    return { sectionId: id };
  });
}

/** Gives a section another title. Throws AppError "not-found", "conflict" where another has it, and as `inHeldCourse`. */
export async function renameSection(proof: CourseProof<'teacher'>, input: RenameSectionInput): Promise<void> {
  await inHeldCourse(proof, input, 'change-course', async (tx, held) => {
    const { sectionId, title } = input;
    const before = await requireSection(tx, input);
    if (before.title === title) return;
    await requireFreeTitle(tx, input, sectionId);
    await tx.section.update({ where: { id: sectionId }, data: { title } });
    await writeAudit(tx, held, {
      action: 'section.renamed',
      subjectType: 'Section',
      subjectId: sectionId,
      detail: { before: before.title, after: title },
    });
  });
}

/**
 * Takes away a section that is empty. Throws AppError "not-found", "conflict" where people, assignments, extensions or
 * invitations still are of it, and as `inHeldCourse`.
 */
export async function removeSection(proof: CourseProof<'teacher'>, input: RemoveSectionInput): Promise<void> {
  await inHeldCourse(proof, input, 'change-course', async (tx, held) => {
    const { courseId, sectionId } = input;
    const { title } = await requireSection(tx, input);
    const where = { courseId, sectionId };
    const people = (await tx.membership.count({ where })) + (await tx.seat.count({ where }));
    if (people > 0) {
      throw new AppError('conflict', `People are in this section: ${people}.`, {
        remedy: 'Move them to another section first; those who left or were removed as well.',
      });
    }
    const work =
      (await tx.assignmentSection.count({ where })) + (await tx.assignmentExtension.count({ where }));
    if (work > 0) {
      throw new AppError('conflict', 'Assignments or extensions are for this section.', {
        remedy: 'It stays for their sake. You can give it another name.',
      });
    }
    // Its links lead nowhere any more; what they were is in the audit.
    await tx.invitation.deleteMany({ where });
    await tx.section.delete({ where: { id: sectionId } });
    await writeAudit(tx, held, {
      action: 'section.removed',
      subjectType: 'Section',
      subjectId: sectionId,
      detail: { title },
    });
  });
}

/** Throws AppError "not-found" for a section of another course. */
export async function requireSection(
  tx: Transaction,
  { courseId, sectionId }: { readonly courseId: string; readonly sectionId: string },
): Promise<{ title: string }> {
  const section = await tx.section.findFirst({
    where: { id: sectionId, courseId },
    select: { title: true },
  });
  if (section === null) throw new AppError('not-found', 'There is no such section in this course.');
  return section;
}

async function requireFreeTitle(
  tx: Transaction,
  { courseId, title }: { readonly courseId: string; readonly title: string },
  except?: string,
): Promise<void> {
  const taken = await tx.section.count({
    where: {
      courseId,
      title: { equals: title, mode: 'insensitive' },
      ...(except !== undefined && { id: { not: except } }),
    },
  });
  if (taken > 0) throw new AppError('conflict', `There is a section "${title}" already.`);
}
