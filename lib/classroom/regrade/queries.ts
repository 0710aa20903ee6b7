import 'server-only';
import type { CourseProof } from '@/lib/auth/proof';
import { AppError } from '@/lib/common/errors';
import { db } from '@/lib/db/client';
import { type ExerciseContent, exerciseContentSchema } from '@/lib/exercises/content/exercise-template';
import { gradingRules } from '@/lib/grading/marks';
import { lastOverride, standingOverride } from '../marks/queries';
import { mayChangeMarks } from '../marks/rules';
import { fewAtATime } from './few-at-a-time';
import { Regrading, type StoredAnswer } from './regrading';
import { changesOf, digestOf, keptOf, type Regraded, rewrites } from './rules';
import type { RegradeInput, RegradePreview, RegradeSummary } from './schema';

/** Answers that one regrade takes at most. */
const mostAnswers = 5000;

/** Marks that count now and that would, with the answer that they are of. */
export interface RegradedAnswer extends Regraded {
  readonly stored: StoredAnswer;
}

/** What a regrade begins from and would write. */
export interface PlannedRegrade {
  readonly preview: RegradePreview;
  readonly regraded: readonly RegradedAnswer[];
  readonly regrading: Regrading;
}

/**
 * Who would change by how much if the answers of this course to an exercise were marked by another of its revisions.
 * Writes nothing. Throws AppError "forbidden" for assistants, "not-found" for what is not of this course, "too-large"
 * beyond 5000 answers, "rate-limited" while this process makes another dry run of the course.
 */
export async function previewRegrade(
  proof: CourseProof<'teacher'>,
  input: RegradeInput,
): Promise<RegradePreview> {
  const { courseId } = proof;
  if (busy.has(courseId)) {
    throw new AppError('rate-limited', 'Another dry run of this course is under way.', {
      remedy: 'Wait until it is over, and try again.',
    });
  }
  busy.add(courseId);
  try {
    return (await planRegrade(proof, input)).preview;
  } finally {
    busy.delete(courseId);
  }
}

/** Courses of which a dry run is made now: each marks up to 5000 answers, and students wait behind it. */
const busy = new Set<string>();

/** The dry run with all that is to be written; for the command. */
export async function planRegrade(
  proof: CourseProof<'teacher'>,
  { courseId, exerciseId, revisionId }: RegradeInput,
): Promise<PlannedRegrade> {
  if (courseId !== proof.courseId) throw new AppError('not-found', 'There is no such exercise.');
  if (!mayChangeMarks(proof.role))
    throw new AppError('forbidden', 'Only teachers and owners have answers graded again.');
  const revision = await db().exerciseRevision.findFirst({
    where: { id: revisionId, exerciseId, exercise: { OR: [{ courseId: null }, { courseId }] } },
    select: { id: true, number: true, title: true, content: true },
  });
  if (revision === null) throw new AppError('not-found', 'There is no such revision of this exercise.');
  const corrected = { id: revision.id, content: exerciseContentSchema.parse(revision.content) };
  const answers = await selectAnswers(courseId, exerciseId);
  if (answers.length > mostAnswers)
    throw new AppError('too-large', `There are more than ${mostAnswers} answers to this exercise.`);
  const regrading = new Regrading(corrected, await selectContents(answers));
  const regraded = await fewAtATime(answers, (answer) => regrade(regrading, answer));
  const changes = changesOf(regraded);
  const preview = {
    exercise: { id: exerciseId, title: revision.title },
    revision: { id: revision.id, number: revision.number },
    answers: answers.length,
    changes,
    rewritten: rewrites(regraded).length - changes.length,
    kept: keptOf(regraded),
    digest: digestOf(revision.id, gradingRules, regraded),
  };
  return { preview, regraded, regrading };
}

const selectAnswers = (courseId: string, exerciseId: string) =>
  db().answer.findMany({
    where: { courseId, exerciseRevision: { exerciseId } },
    select: {
      id: true,
      body: true,
      exerciseRevisionId: true,
      marks: {
        where: { supersededAt: null },
        select: {
          id: true,
          points: true,
          possible: true,
          cells: true,
          rules: true,
          exerciseRevisionId: true,
        },
      },
      overrides: lastOverride,
      submission: {
        select: {
          attempt: {
            select: {
              number: true,
              seed: true,
              userId: true,
              membership: { select: { user: { select: { name: true } } } },
              quizRevision: { select: { title: true } },
            },
          },
        },
      },
    },
    orderBy: { id: 'asc' },
    take: mostAnswers + 1,
  });

type AnswerRow = Awaited<ReturnType<typeof selectAnswers>>[number];

/** The content of each revision that was answered, read once however many answered it. */
async function selectContents(answers: readonly AnswerRow[]): Promise<Map<string, ExerciseContent>> {
  const ids = [...new Set(answers.map(({ exerciseRevisionId }) => exerciseRevisionId))];
  const revisions = await db().exerciseRevision.findMany({
    where: { id: { in: ids } },
    select: { id: true, content: true },
  });
  return new Map(revisions.map(({ id, content }) => [id, exerciseContentSchema.parse(content)]));
}

async function regrade(regrading: Regrading, row: AnswerRow): Promise<RegradedAnswer> {
  const { attempt } = row.submission;
  const [marks] = row.marks;
  if (marks === undefined) throw new Error(`the answer ${row.id} has no marks`);
  const possible = marks.possible.toNumber();
  const { body, exerciseRevisionId: revisionId } = row;
  const stored = { body, seed: attempt.seed, possible, revisionId };
  return {
    answerId: row.id,
    userId: attempt.userId,
    student: attempt.membership.user.name,
    quiz: attempt.quizRevision.title,
    attempt: attempt.number,
    current: {
      id: marks.id,
      points: marks.points.toNumber(),
      possible,
      cells: marks.cells,
      revisionId: marks.exerciseRevisionId ?? revisionId,
      rules: marks.rules,
    },
    override: standingOverride(row.overrides)?.points ?? null,
    next: await regrading.mark(stored),
    stored,
  };
}

/** The regrades of a course, newest first. */
export async function listRegrades(proof: CourseProof<'teacher'>): Promise<RegradeSummary[]> {
  const rows = await db().regrade.findMany({
    where: { courseId: proof.courseId },
    select: {
      id: true,
      answers: true,
      changed: true,
      reason: true,
      at: true,
      actor: { select: { name: true } },
      exerciseRevision: { select: { number: true, title: true } },
    },
    orderBy: { at: 'desc' },
    take: 100,
  });
  return rows.map(({ id, answers, changed, reason, at, actor, exerciseRevision }) => ({
    regradeId: id,
    answers,
    changed,
    reason,
    at,
    by: actor.name,
    exercise: exerciseRevision.title,
    revision: exerciseRevision.number,
  }));
}
