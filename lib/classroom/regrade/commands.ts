import 'server-only';
import type { CourseProof } from '@/lib/auth/proof';
import { AppError } from '@/lib/common/errors';
import { db } from '@/lib/db/client';
import { withRetry } from '@/lib/db/errors';
import type { Prisma } from '@/lib/db/generated/client';
import { type DiagnosedMarks, diagnosisSchema } from '@/lib/grading/diagnosis/schema';
import { gradingRules } from '@/lib/grading/marks';
import { fewAtATime } from './few-at-a-time';
import { type PlannedRegrade, planRegrade } from './queries';
import { type Rewrite, rewrites, sameBeliefs } from './rules';
import type { ApplyRegradeInput, RegradeResult } from './schema';

const stale = () =>
  new AppError('conflict', 'Something has changed since the dry run, and nothing was written.', {
    remedy: 'Look at a new dry run, and apply that.',
  });

/** Changes that the audit row lists; all of them are in the rows of marks, which name the regrade. */
const mostListed = 200;
/** Rows that one statement writes. */
const atOnce = 500;

/** The row of marks that takes the place of another. */
type NewMarks = Rewrite & { readonly next: DiagnosedMarks };

/**
 * Writes what the dry run showed, in one transaction with an audit row; where anything else would be written, nothing
 * is. Marks are superseded, never deleted; overrides stand. The same regrade sent again answers what the first did.
 * Throws AppError "conflict" where the dry run is no longer true, and as `previewRegrade`.
 */
export async function applyRegrade(
  proof: CourseProof<'teacher'>,
  input: ApplyRegradeInput,
): Promise<RegradeResult> {
  const earlier = await earlierResult(proof, input);
  if (earlier !== null) return earlier;
  const planned = await planRegrade(proof, input);
  if (planned.preview.digest !== input.digest) {
    // A copy of this request may have been quicker.
    const done = await earlierResult(proof, input);
    if (done !== null) return done;
    throw stale();
  }
  const changed = await fewAtATime(rewrites(planned.regraded), async (one) => ({
    ...one,
    next: await planned.regrading.diagnose(one.stored, one.next),
  }));
  return withRetry(() =>
    db().$transaction((tx) => write(tx, proof, input, planned, changed), {
      timeout: 60_000,
      maxWait: 30_000,
    }),
  );
}

async function earlierResult(
  { courseId }: CourseProof,
  { regradeId, exerciseId, revisionId }: ApplyRegradeInput,
  database: Pick<Prisma.TransactionClient, 'regrade'> = db(),
): Promise<RegradeResult | null> {
  const done = await database.regrade.findFirst({
    where: { id: regradeId, courseId },
    select: {
      answers: true,
      changed: true,
      exerciseRevision: { select: { id: true, exerciseId: true } },
    },
  });
  if (done === null) return null;
  const { answers, changed, exerciseRevision } = done;
  if (exerciseRevision.id !== revisionId || exerciseRevision.exerciseId !== exerciseId)
    throw new AppError('conflict', 'This id was used for another regrade.');
  return { regradeId, answers, changed };
}

async function write(
  tx: Prisma.TransactionClient,
  proof: CourseProof<'teacher'>,
  input: ApplyRegradeInput,
  planned: PlannedRegrade,
  changed: readonly NewMarks[],
): Promise<RegradeResult> {
  const { courseId, viewer } = proof;
  const { regradeId, exerciseId, revisionId, reason, digest } = input;
  // One regrade of an exercise of a course at a time: the next one finds its dry run stale.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`regrade ${courseId} ${exerciseId}`}, 0))`;
  const done = await earlierResult(proof, input, tx);
  if (done !== null) return done;
  await requireUnchanged(tx, courseId, exerciseId, planned);
  const result = { regradeId, answers: planned.regraded.length, changed: changed.length };
  await tx.regrade.create({
    data: {
      id: regradeId,
      courseId,
      exerciseRevisionId: revisionId,
      actorId: viewer.id,
      reason,
      digest,
      answers: result.answers,
      changed: result.changed,
    },
  });
  for (let start = 0; start < changed.length; start += atOnce) {
    await replace(tx, courseId, input, changed.slice(start, start + atOnce));
  }
  const { changes, kept } = planned.preview;
  await tx.auditRow.create({
    data: {
      courseId,
      actorId: viewer.id,
      action: 'exercise.regraded',
      subjectType: 'Exercise',
      subjectId: exerciseId,
      detail: {
        regradeId,
        revisionId,
        rules: gradingRules,
        answers: result.answers,
        changed: result.changed,
        kept: kept.length,
        listed: changes
          .slice(0, mostListed)
          .map(({ answerId, before, after, override }) => ({ answerId, before, after, override })),
        notListed: Math.max(0, changes.length - mostListed),
      },
      reason,
    },
  });
  return result;
}

/** Whether the marks and overrides are still those of the plan, and no answer has come; locks the marks. */
async function requireUnchanged(
  tx: Prisma.TransactionClient,
  courseId: string,
  exerciseId: string,
  { regraded }: PlannedRegrade,
): Promise<void> {
  const rows = await tx.$queryRaw<{ id: string; answerId: string; override: number | null }[]>`
    SELECT m.id::text, m."answerId"::text,
           (SELECT o.points::float8 FROM "MarksOverride" o
            WHERE o."courseId" = m."courseId" AND o."answerId" = m."answerId"
            ORDER BY o.number DESC LIMIT 1) AS override
    FROM "Marks" m
    JOIN "Answer" a ON a."courseId" = m."courseId" AND a.id = m."answerId"
    JOIN "ExerciseRevision" r ON r.id = a."exerciseRevisionId"
    WHERE m."courseId" = ${courseId}::uuid AND r."exerciseId" = ${exerciseId}::uuid AND m."supersededAt" IS NULL
    ORDER BY m.id
    FOR UPDATE OF m`;
  const now = new Map(rows.map((row) => [row.answerId, row]));
  const same = regraded.every(({ answerId, current, override }) => {
    const row = now.get(answerId);
    return row?.id === current.id && row.override === override;
  });
  if (!same || now.size !== regraded.length) throw stale();
}

async function replace(
  tx: Prisma.TransactionClient,
  courseId: string,
  { regradeId, revisionId }: ApplyRegradeInput,
  rows: readonly NewMarks[],
): Promise<void> {
  const now = new Date();
  const { count } = await tx.marks.updateMany({
    where: { courseId, id: { in: rows.map(({ current }) => current.id) }, supersededAt: null },
    data: { supersededAt: now },
  });
  if (count !== rows.length) throw stale();
  const written = await tx.marks.createManyAndReturn({
    data: rows.map(({ answerId, next }) => ({
      courseId,
      answerId,
      points: next.points,
      possible: next.possible,
      cells: [...next.cells],
      ...(next.diagnosis === null ? {} : { diagnosis: next.diagnosis }),
      rules: gradingRules,
      gradedAt: now,
      exerciseRevisionId: revisionId,
      regradeId,
    })),
    select: { id: true, answerId: true },
  });
  await carryDenials(tx, courseId, rows, new Map(written.map(({ answerId, id }) => [answerId, id])));
}

/**
 * What a student said of the belief behind an answer holds for its new marks where they name the same belief. Of another
 * one they have said nothing.
 */
async function carryDenials(
  tx: Prisma.TransactionClient,
  courseId: string,
  rows: readonly NewMarks[],
  marksOf: ReadonlyMap<string, string>,
): Promise<void> {
  const denials = await tx.diagnosisDenial.findMany({
    where: { courseId, marksId: { in: rows.map(({ current }) => current.id) } },
    select: { marksId: true, at: true, marks: { select: { answerId: true, diagnosis: true } } },
  });
  if (denials.length === 0) return;
  const named = new Map(rows.map(({ answerId, next }) => [answerId, next.diagnosis?.named]));
  await tx.diagnosisDenial.createMany({
    data: denials.flatMap(({ at, marks: { answerId, diagnosis } }) => {
      const marksId = marksOf.get(answerId);
      const same = sameBeliefs(diagnosisSchema.parse(diagnosis).named, named.get(answerId) ?? []);
      return marksId !== undefined && same ? [{ courseId, marksId, at }] : [];
    }),
  });
}
