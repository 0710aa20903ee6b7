/** Where what somebody believes parts from what Python does: the first step at which the two pictures differ. */
import type { Trace } from '@/lib/simulator';
import { picturedObjects } from '../../lesson/mini-layout';
import type { Film } from '../../stage/film/film';
import { makeFilm } from '../../stage/film/make-film';

export interface Parting {
  readonly step: number;
  readonly believed: Film;
  readonly python: Film;
}

/**
 * Null where nothing that a small picture shows is different while both runs are at the same line, or where the belief
 * makes of the program what cannot be drawn.
 */
export function partingOf(truth: Trace, belief: Trace): Parting | null {
  const python = makeFilm(truth);
  const believed = drawn(belief);
  if (believed === null) return null;
  for (const [step, scene] of python.scenes.entries()) {
    if (believed.scenes[step]?.line !== scene.line) return null;
    if (shown(believed, step) !== shown(python, step)) return { step, believed, python };
  }
  return null;
}

function drawn(trace: Trace): Film | null {
  try {
    return makeFilm(trace);
  } catch (thrown) {
    // A state that Python never gets into, and that the picture of memory cannot show.
    if (thrown instanceof Error) return null;
    throw thrown;
  }
}

/** Everything that the picture of a step shows, to be compared. */
function shown(film: Film, step: number): string {
  const scene = film.scenes[step];
  const numbers = new Map(picturedObjects(film).map(({ id, number }) => [id, number]));
  return JSON.stringify([
    scene?.names
      .filter(({ status }) => status === 'bound')
      .map(({ key, target, text }) => [key, target === null ? text : numbers.get(target)]),
    scene?.objects
      .filter(({ id }) => numbers.has(id))
      .map(({ id, status, count, body }) => [numbers.get(id), status, count, textsOf(body)]),
  ]);
}

function textsOf(body: Film['scenes'][number]['objects'][number]['body']): readonly string[] {
  if (body.type === 'grid') return body.cells.map(({ text }) => text);
  return body.type === 'slots' ? body.slots.map(({ text }) => text) : [body.text];
}
