import 'server-only';
import { z } from 'zod';
import type { CourseProof } from '@/lib/auth/proof';
import { AppError } from '@/lib/common/errors';
import { db } from '@/lib/db/client';
import { type CellState, cellMarkSchema } from '@/lib/grading/marks';
import { questionLabel } from '../../attempts/rules';
import { lastOverride, standingOverride } from '../../marks/queries';
import { effectivePoints } from '../../marks/rules';
import type { OverrideView } from '../../marks/schema';
import { gateOf, requireAllowed } from './gate';

/** The marks of a question, and nothing of what is right. */
export interface QuestionMarks {
  readonly label: string;
  readonly title: string;
  readonly points: number;
  readonly possible: number;
  /** The points that a teacher gave, where they count. */
  readonly override: OverrideView | null;
  /** How many parts of the answer are in each state. */
  readonly states: readonly { readonly state: CellState; readonly count: number }[];
}

const statesSchema = z.array(cellMarkSchema.pick({ state: true }).loose());

/**
 * The marks of one's own submitted attempt at an assignment, question by question. Throws AppError "not-found" for any
 * other attempt, "forbidden" as long as the rule keeps marks back.
 */
export async function selectMarks(
  proof: CourseProof<'student'>,
  assignmentId: string,
  attemptId: string,
): Promise<QuestionMarks[]> {
  const { courseId, viewer } = proof;
  const gate = await gateOf(proof, assignmentId);
  requireAllowed(gate.access.feedback, gate.timeZone);
  const attempt = await db().attempt.findFirst({
    where: { id: attemptId, courseId, userId: viewer.id, quiz: { assignmentId }, submittedAt: { not: null } },
    select: {
      submission: {
        select: {
          answers: {
            select: {
              position: true,
              exerciseRevision: { select: { title: true } },
              marks: { where: { supersededAt: null }, select: { points: true, possible: true, cells: true } },
              overrides: lastOverride,
            },
            orderBy: { position: 'asc' },
          },
        },
      },
    },
  });
  if (!attempt?.submission) throw new AppError('not-found', 'There is no such attempt.');
  return attempt.submission.answers.flatMap(({ position, exerciseRevision, marks: [one], overrides }) => {
    if (one === undefined) return [];
    const override = standingOverride(overrides);
    const counts = new Map<CellState, number>();
    for (const { state } of statesSchema.parse(one.cells)) counts.set(state, (counts.get(state) ?? 0) + 1);
    return [
      {
        label: questionLabel(position),
        title: exerciseRevision.title,
        points: effectivePoints(one.points.toNumber(), override),
        possible: one.possible.toNumber(),
        override,
        states: [...counts].map(([state, count]) => ({ state, count })),
      },
    ];
  });
}
