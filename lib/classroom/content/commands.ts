import 'server-only';
import { contentHash } from '@/lib/common/hash';
import { db } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client';
import { checkExercise, checkLesson } from '@/lib/exercises/check-content';
import type { ExerciseContent } from '@/lib/exercises/content/exercise-template';
import type { LessonContent } from '@/lib/exercises/content/lesson-file';
import { type LoadedContent, loadContent } from '@/lib/exercises/loader/load-content';
import type { ContentProblem } from '@/lib/exercises/loader/problem';
import type { ReadFile } from '@/lib/exercises/loader/read-yaml';
import { reviseExercise } from './exercises/commands';
import { writeOwnQuizzes, writeQuiz } from './quizzes/commands';
import { type Counts, hasErrors, type Plan, placeFault, planSync, writeAll } from './rules';

export interface SyncReport {
  /** Revisions written now. */
  readonly written: number;
  readonly unchanged: number;
  /** No longer in the files, and no longer offered. */
  readonly retired: number;
  readonly problems: readonly ContentProblem[];
}

/** Any number of ours: two starts at the same moment take turns. */
const syncLock = 72_707_370;

/**
 * Brings the content files into the database. A changed file makes a new revision; an unchanged one writes
 * nothing; a file with an error is reported and leaves what is stored as it was. Safe to run again.
 */
export async function syncContent(folder: string): Promise<SyncReport> {
  const loaded = await loadContent(folder);
  const known = await knownHashes();
  const problems = [...loaded.problems];
  const lessons: Planned<LessonContent>[] = [];
  for (const one of loaded.lessons) {
    const content: LessonContent = { lesson: one.read.value, snippet: one.snippet };
    const plan = {
      id: content.lesson.id,
      slug: one.slug,
      title: content.lesson.title,
      content,
      read: one.read,
      hash: contentHash(content),
    };
    // What is stored with this hash was checked before it was stored.
    const found = known.has(plan.hash) ? [] : await checkLesson(one);
    problems.push(...found);
    if (!hasErrors(found)) lessons.push(plan);
  }
  const exercises: Planned<ExerciseContent>[] = [];
  for (const one of loaded.exercises) {
    const content: ExerciseContent = { exercise: one.read.value, snippet: one.snippet };
    const plan = {
      id: content.exercise.id,
      slug: one.slug,
      title: content.exercise.title,
      content,
      read: one.read,
      hash: contentHash(content),
    };
    const found = known.has(plan.hash) ? [] : await checkExercise(one);
    problems.push(...found);
    if (!hasErrors(found)) exercises.push(plan);
  }
  return db().$transaction(
    async (tx) => {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(${syncLock})`;
      const counts = { written: 0, unchanged: 0, retired: 0 };
      const refused = [
        ...(await writeAll(lessons, (one) => writeLesson(tx, one, counts))),
        ...(await writeAll(exercises, (one) => writeExercise(tx, one, counts))),
      ];
      for (const { one, message } of refused) {
        const { file, locate } = one.read;
        problems.push({ severity: 'error', file, ...locate(['id']), message });
      }
      for (const quiz of loaded.quizzes) problems.push(...(await writeQuiz(tx, quiz, counts)));
      await writeOwnQuizzes(tx);
      counts.retired = await retire(tx, loaded);
      return { ...counts, problems };
    },
    { timeout: 60_000, maxWait: 60_000 },
  );
}

type Planned<Content> = Plan & {
  readonly content: Content;
  readonly read: Pick<ReadFile<unknown>, 'file' | 'locate'>;
};
type Transaction = Prisma.TransactionClient;
const atPlace = { id: true, slug: true, courseId: true } as const;

async function knownHashes(): Promise<ReadonlySet<string>> {
  const [lessons, exercises] = await Promise.all([
    db().lessonRevision.findMany({ select: { hash: true }, where: { currentOf: { isNot: null } } }),
    db().exerciseRevision.findMany({ select: { hash: true }, where: { currentOf: { isNot: null } } }),
  ]);
  return new Set([...lessons, ...exercises].map((revision) => revision.hash));
}

async function writeLesson(
  tx: Transaction,
  plan: Planned<LessonContent>,
  counts: Counts,
): Promise<string | null> {
  const { id, slug, hash, title, content } = plan;
  const near = await tx.lesson.findMany({ where: { OR: [{ id }, { slug }] }, select: atPlace });
  const fault = placeFault(plan, near);
  if (fault !== null) return fault;
  const select = { slug: true, retiredAt: true, current: { select: { hash: true } } };
  const step = planSync(plan, await tx.lesson.findUnique({ where: { id }, select }));
  if (step === 'nothing') counts.unchanged += 1;
  if (step === 'nothing') return null;
  await tx.lesson.upsert({ where: { id }, create: { id, slug }, update: { slug, retiredAt: null } });
  if (step === 'place') return null;
  const number = (await tx.lessonRevision.count({ where: { lessonId: id } })) + 1;
  const revision = await tx.lessonRevision.upsert({
    where: { lessonId_hash: { lessonId: id, hash } },
    create: { lessonId: id, number, hash, title, content },
    update: {},
    select: { id: true },
  });
  await tx.lesson.update({ where: { id }, data: { currentId: revision.id } });
  counts.written += 1;
  return null;
}

async function writeExercise(
  tx: Transaction,
  plan: Planned<ExerciseContent>,
  counts: Counts,
): Promise<string | null> {
  const { id, slug, hash, title, content } = plan;
  const near = await tx.exercise.findMany({ where: { OR: [{ id }, { slug }] }, select: atPlace });
  const fault = placeFault(plan, near);
  if (fault !== null) return fault;
  const select = { slug: true, retiredAt: true, current: { select: { hash: true } } };
  const step = planSync(plan, await tx.exercise.findUnique({ where: { id }, select }));
  if (step === 'nothing') counts.unchanged += 1;
  if (step === 'nothing') return null;
  await tx.exercise.upsert({ where: { id }, create: { id, slug }, update: { slug, retiredAt: null } });
  if (step === 'place') return null;
  await reviseExercise(tx, { id, hash, title, content });
  counts.written += 1;
  return null;
}

/**
 * Content of the catalogue whose files are gone, by their folders and by their ids, is no longer offered. Nothing is
 * deleted.
 */
async function retire(tx: Transaction, loaded: LoadedContent): Promise<number> {
  const { present, lessons: inLessons, exercises: inExercises, quizzes: inQuizzes } = loaded;
  const gone = (slugs: readonly string[], files: readonly { read: { value: { id: string } } }[]) => ({
    where: {
      courseId: null,
      retiredAt: null,
      slug: { notIn: [...slugs] },
      id: { notIn: files.map(({ read }) => read.value.id) },
    },
    data: { retiredAt: new Date() },
  });
  const lessons = await tx.lesson.updateMany(gone(present.lessons, inLessons));
  const exercises = await tx.exercise.updateMany(gone(present.exercises, inExercises));
  const { where, data } = gone(present.quizzes, inQuizzes);
  const quizzes = await tx.quiz.updateMany({ where: { ...where, exerciseId: null }, data });
  await tx.quiz.updateMany({
    where: { exercise: { retiredAt: { not: null } }, retiredAt: null },
    data: { retiredAt: new Date() },
  });
  return lessons.count + exercises.count + quizzes.count;
}
