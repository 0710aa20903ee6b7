/** Quizzes as revisions that pin the exercises they ask: those of files, and the one that each exercise has alone. */
import 'server-only';
import { contentHash } from '@/lib/common/hash';
import type { Prisma } from '@/lib/db/generated/client';
import type { LoadedQuiz } from '@/lib/exercises/loader/load-content';
import type { ContentProblem } from '@/lib/exercises/loader/problem';
import { type Counts, placeFault, planSync } from '../rules';

type Transaction = Prisma.TransactionClient;

export interface PinnedItem {
  readonly position: number;
  readonly exerciseRevisionId: string;
  readonly points: number;
}

/** A quiz pins the current revisions of its exercises: when one of them changes, so does the quiz. */
export async function writeQuiz(
  tx: Transaction,
  loaded: LoadedQuiz,
  counts: Counts,
): Promise<ContentProblem[]> {
  const { id, title, unit } = loaded.read.value;
  const { items, problems } = await pinnedItems(tx, loaded);
  if (unit !== undefined && loaded.lessonSlug !== null) {
    const message = 'A quiz of a lesson belongs to no unit.';
    problems.push({ severity: 'error', file: loaded.read.file, ...loaded.read.locate(['unit']), message });
  }
  const near = await tx.quiz.findMany({
    where: { OR: [{ id }, { slug: loaded.slug }] },
    select: { id: true, slug: true, courseId: true },
  });
  const taken = placeFault({ id, slug: loaded.slug }, near);
  if (taken !== null) {
    const { file, locate } = loaded.read;
    problems.push({ severity: 'error', file, ...locate(['id']), message: taken });
  }
  if (problems.length > 0) return problems;
  const lesson =
    loaded.lessonSlug === null
      ? null
      : await tx.lesson.findUnique({ where: { slug: loaded.lessonSlug }, select: { id: true } });
  const placed = {
    slug: loaded.slug,
    lessonId: lesson?.id ?? null,
    unitTitle: unit?.title ?? null,
    unitPlace: unit?.place ?? null,
  };
  const hash = contentHash({ title, items });
  const stored = await tx.quiz.findUnique({
    where: { id },
    select: {
      slug: true,
      retiredAt: true,
      unitTitle: true,
      unitPlace: true,
      current: { select: { hash: true } },
    },
  });
  const step = planSync({ id, slug: loaded.slug, title, hash }, stored);
  const samePlace = stored?.unitTitle === placed.unitTitle && stored.unitPlace === placed.unitPlace;
  if (step === 'nothing') counts.unchanged += 1;
  if (step === 'nothing' && samePlace) return [];
  await tx.quiz.upsert({
    where: { id },
    create: { id, ...placed },
    update: { ...placed, retiredAt: null },
  });
  if (step !== 'revise') return [];
  await revise(tx, { id, title, hash }, items);
  counts.written += 1;
  return [];
}

/** What each answer to an exercise alone is marked out of. */
const pointsAlone = 10;

/**
 * Every exercise of the catalogue is also a quiz of one question, with the id and the slug of the exercise, so that
 * it is attempted, kept and marked as every other quiz is. What is right already is left as it is.
 */
export async function writeOwnQuizzes(tx: Transaction): Promise<void> {
  const exercises = await tx.exercise.findMany({
    where: { courseId: null, retiredAt: null, currentId: { not: null } },
    select: {
      id: true,
      slug: true,
      current: { select: { id: true, title: true } },
      alone: { select: { slug: true, retiredAt: true, current: { select: { hash: true } } } },
    },
  });
  for (const { id, slug, current, alone } of exercises) {
    if (current === null) continue;
    const { title } = current;
    const { items, hash } = askedAlone(current);
    const step = planSync({ id, slug, title, hash }, alone);
    if (step === 'nothing') continue;
    await tx.quiz.upsert({
      where: { id },
      create: { id, slug, exerciseId: id },
      update: { slug, retiredAt: null },
    });
    if (step === 'revise') await revise(tx, { id, title, hash }, items);
  }
}

function askedAlone({ id, title }: { readonly id: string; readonly title: string }) {
  const items = [{ position: 1, exerciseRevisionId: id, points: pointsAlone }];
  return { items, hash: contentHash({ title, items }) };
}

/**
 * The quiz that asks an exercise of a course alone, brought to the current revision of the exercise; its slug is its id,
 * as that of every quiz of a course. Made, it is not offered: the exercise may be meant for an examination.
 */
export async function writeAloneOfCourse(
  tx: Transaction,
  { id, courseId }: { readonly id: string; readonly courseId: string },
  current: { readonly id: string; readonly title: string },
): Promise<void> {
  const { items, hash } = askedAlone(current);
  await tx.quiz.upsert({
    where: { id },
    create: { id, slug: id, courseId, exerciseId: id, retiredAt: new Date() },
    update: {},
  });
  await revise(tx, { id, title: current.title, hash }, items);
}

/** Makes this content the current revision: a new one, or an earlier one that said the same. */
export async function revise(
  tx: Transaction,
  { id, title, hash }: { readonly id: string; readonly title: string; readonly hash: string },
  items: readonly PinnedItem[],
): Promise<void> {
  const known = await tx.quizRevision.findUnique({
    where: { quizId_hash: { quizId: id, hash } },
    select: { id: true },
  });
  const number = (await tx.quizRevision.count({ where: { quizId: id } })) + 1;
  const revision =
    known ??
    (await tx.quizRevision.create({
      data: { quizId: id, number, hash, title, items: { create: [...items] } },
      select: { id: true },
    }));
  await tx.quiz.update({ where: { id }, data: { currentId: revision.id } });
}

async function pinnedItems(
  tx: Transaction,
  { read }: LoadedQuiz,
): Promise<{ items: PinnedItem[]; problems: ContentProblem[] }> {
  const slugs = read.value.items.map((item) => item.exercise);
  const stored = await tx.exercise.findMany({
    where: { slug: { in: slugs }, courseId: null },
    select: { slug: true, currentId: true },
  });
  const current = new Map(stored.map((one) => [one.slug, one.currentId]));
  const items: PinnedItem[] = [];
  const problems: ContentProblem[] = [];
  read.value.items.forEach(({ exercise, points }, index) => {
    const revision = current.get(exercise);
    if (revision) items.push({ position: index + 1, exerciseRevisionId: revision, points });
    else {
      const place = read.locate(['items', index, 'exercise']);
      const message = `There is no exercise ${exercise}, or it has an error.`;
      problems.push({ severity: 'error', file: read.file, ...place, message });
    }
  });
  return { items, problems };
}
