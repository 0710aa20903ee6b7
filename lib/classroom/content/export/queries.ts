/** The catalogue as files: what `syncContent` loads, out again. */
import 'server-only';
import { db } from '@/lib/db/client';
import { exerciseContentSchema } from '@/lib/exercises/content/exercise-template';
import { lessonContentSchema } from '@/lib/exercises/content/lesson-file';
import { quizFileSchema } from '@/lib/exercises/content/quiz-file';
import { type ContentFile, exerciseFiles, lessonFiles, quizFile } from '@/lib/exercises/export/files';

const offered = { courseId: null, retiredAt: null, currentId: { not: null } };

/** Every lesson, exercise and quiz of the catalogue that is offered, by path. Content of courses is not in it. */
export async function catalogueFiles(): Promise<ContentFile[]> {
  const lessons = await db().lesson.findMany({
    where: offered,
    select: { slug: true, current: { select: { content: true } } },
  });
  const exercises = await db().exercise.findMany({
    where: offered,
    select: { slug: true, current: { select: { content: true } } },
  });
  const files = [
    ...lessons.flatMap(({ slug, current }) => lessonFiles(slug, lessonContentSchema.parse(current?.content))),
    ...exercises.flatMap(({ slug, current }) =>
      exerciseFiles(slug, exerciseContentSchema.parse(current?.content)),
    ),
    ...(await quizFiles()),
  ];
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** The quizzes of lessons and units; the quiz that each exercise has alone is made when it is loaded. */
async function quizFiles(): Promise<ContentFile[]> {
  const quizzes = await db().quiz.findMany({
    where: { ...offered, exerciseId: null },
    select: {
      id: true,
      slug: true,
      lessonId: true,
      unitTitle: true,
      unitPlace: true,
      current: {
        select: {
          title: true,
          items: {
            select: {
              points: true,
              exerciseRevision: { select: { exercise: { select: { slug: true } } } },
            },
            orderBy: { position: 'asc' },
          },
        },
      },
    },
  });
  return quizzes.map(({ id, slug, lessonId, unitTitle, unitPlace, current }) => {
    const unit =
      unitTitle === null || unitPlace === null ? {} : { unit: { title: unitTitle, place: unitPlace } };
    const items = (current?.items ?? []).map(({ points, exerciseRevision }) => ({
      exercise: exerciseRevision.exercise.slug,
      points: points.toNumber(),
    }));
    const quiz = quizFileSchema.parse({ id, title: current?.title, ...unit, items });
    return quizFile(slug, lessonId !== null, quiz);
  });
}
