import 'server-only';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { lessonTrace, selectLesson } from '@/lib/classroom/lessons';
import { isAppError } from '@/lib/common/errors';
import type { Trace } from '@/lib/simulator';
import { type RunTable, runTableOf } from '../_components/lesson/run-table';
import type { Film } from '../_components/stage/film/film';
import { makeFilm } from '../_components/stage/film/make-film';

export interface LessonParams {
  params: Promise<{ slug: string }>;
}

/** The lesson of the address; an unknown one is a page that is not there. */
export const requireLesson = cache(async (slug: string) => {
  try {
    return await selectLesson(slug);
  } catch (error) {
    if (isAppError(error) && error.code === 'not-found') notFound();
    throw error;
  }
});

/** Films by trace: a trace is computed once and kept by its cache, and its film with it. */
const films = new WeakMap<Trace, Film>();

async function lessonRun(slug: string): Promise<{ trace: Trace; film: Film }> {
  const trace = await lessonTrace((await requireLesson(slug)).snippet);
  const film = films.get(trace) ?? makeFilm(trace);
  films.set(trace, film);
  return { trace, film };
}

/** The film of the lesson's program. */
export async function lessonFilm(slug: string): Promise<Film> {
  return (await lessonRun(slug)).film;
}

/** The execution table of the lesson's program, computed from its trace. */
export async function lessonTable(slug: string): Promise<RunTable> {
  const { trace, film } = await lessonRun(slug);
  return runTableOf(trace, film);
}
