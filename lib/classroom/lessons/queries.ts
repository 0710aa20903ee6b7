import 'server-only';
import { AppError } from '@/lib/common/errors';
import { db } from '@/lib/db/client';
import { type LessonContent, lessonContentSchema } from '@/lib/exercises/content/lesson-file';
import { traceOf } from '@/lib/exercises/keys';
import type { Trace } from '@/lib/simulator';
import { itemSelection, keyedQuestions, shownQuestion } from '../attempts/questions';
import { type QuizPreview, quizPreviewSchema } from '../attempts/schema';
import type { LessonSummary, LessonView } from './schema';

/** Lessons of the catalogue that are on offer. Anybody may read them. */
const onOffer = { courseId: null, retiredAt: null, currentId: { not: null } } as const;

/** The lessons on offer, by their place in the list, then by title. */
export async function listLessons(): Promise<LessonSummary[]> {
  const lessons = await db().lesson.findMany({
    where: onOffer,
    select: { slug: true, current: { select: { content: true } } },
    take: 200,
  });
  const read = lessons.map(({ slug, current }) => ({
    slug,
    content: lessonContentSchema.parse(current?.content),
  }));
  return read.toSorted(byPlace).map(({ slug, content }) => summaryOf(slug, content));
}

interface ReadLesson {
  readonly content: LessonContent;
}

/** What has no place comes after what has one. */
function byPlace({ content: { lesson: a } }: ReadLesson, { content: { lesson: b } }: ReadLesson): number {
  const last = Number.MAX_SAFE_INTEGER;
  return (a.place ?? last) - (b.place ?? last) || a.title.localeCompare(b.title, 'en');
}

function summaryOf(slug: string, { lesson }: LessonContent): LessonSummary {
  const { title, summary, minutes } = lesson;
  return { slug, title, summary, minutes };
}

/** A lesson with its sentences. Throws AppError "not-found". */
export async function selectLesson(slug: string): Promise<LessonView> {
  const stored = await db().lesson.findFirst({
    where: { ...onOffer, slug },
    select: {
      current: { select: { content: true } },
      quiz: { select: { slug: true, retiredAt: true, current: { select: { title: true } } } },
    },
  });
  if (stored === null) throw new AppError('not-found', 'There is no such lesson.');
  const content = lessonContentSchema.parse(stored.current?.content);
  const { conceptFlow, keyMoments, snapshot, transcript } = content.lesson;
  const { quiz } = stored;
  return {
    ...summaryOf(slug, content),
    snippet: content.snippet,
    conceptFlow,
    keyMoments,
    snapshot,
    transcript,
    quiz:
      quiz === null || quiz.retiredAt !== null || quiz.current === null
        ? null
        : { slug: quiz.slug, title: quiz.current.title },
  };
}

/** The trace of a lesson's program, computed off the thread that serves requests, and kept. */
export function lessonTrace(snippet: string): Promise<Trace> {
  return traceOf(snippet);
}

/** One seed for all who only look. */
const previewSeed = 1;

/** The questions of a quiz for who is not signed in: nothing can be answered. Throws AppError "not-found". */
export async function previewQuiz(slug: string): Promise<QuizPreview> {
  const quiz = await db().quiz.findFirst({
    where: { ...onOffer, slug },
    select: {
      current: { select: { title: true, items: { select: itemSelection, orderBy: { position: 'asc' } } } },
    },
  });
  if (!quiz?.current) throw new AppError('not-found', 'There is no such quiz.');
  const questions = await keyedQuestions(quiz.current.items, previewSeed);
  return quizPreviewSchema.parse({
    slug,
    title: quiz.current.title,
    questions: questions.map(shownQuestion),
  });
}
