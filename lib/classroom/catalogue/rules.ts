import type { CatalogueExercise, CatalogueUnit, UnitQuiz } from './schema';

/** A quiz that belongs to a unit, as it is stored. */
export interface StoredUnitQuiz extends UnitQuiz {
  readonly unitTitle: string | null;
  readonly unitPlace: number | null;
}

/** The unit of an exercise: the first part of its slug. */
export const unitOf = (slug: string): string => slug.slice(0, slug.indexOf('/'));

/** Where an exercise is looked at: its page in the catalogue, or, of an exercise of a course, the one of its teachers. */
export const exerciseAddress = (exercise: {
  readonly id: string;
  readonly slug: string;
  readonly courseId: string | null;
}): string =>
  exercise.courseId === null
    ? `/exercises/${exercise.slug}`
    : `/teach/${exercise.courseId}/exercises/${exercise.id}`;

/** The units in their order, each with its quiz and its exercises. Units without a place come last. */
export function unitsOf(
  exercises: readonly CatalogueExercise[],
  quizzes: readonly StoredUnitQuiz[],
): CatalogueUnit[] {
  const stored = new Map(quizzes.map((quiz) => [quiz.slug, quiz]));
  const slugs = [
    ...new Set([...exercises.map(({ slug }) => unitOf(slug)), ...quizzes.map(({ slug }) => slug)]),
  ];
  const placeOf = (slug: string) => stored.get(slug)?.unitPlace ?? Number.MAX_SAFE_INTEGER;
  return slugs
    .toSorted((a, b) => placeOf(a) - placeOf(b) || a.localeCompare(b, 'en'))
    .map((slug) => {
      const quiz = stored.get(slug);
      return {
        slug,
        title: quiz?.unitTitle ?? readable(slug),
        quiz: quiz === undefined ? null : { slug, title: quiz.title, questions: quiz.questions },
        exercises: exercises
          .filter((exercise) => unitOf(exercise.slug) === slug)
          .toSorted((a, b) => a.difficulty - b.difficulty || a.title.localeCompare(b.title, 'en')),
      };
    });
}

/** A slug as words: 'weak references'. */
function readable(slug: string): string {
  const words = slug.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
