import type { Film } from '../stage/film/film';

/** The first step after which there is something to see: a name, an object or output; 0 where there never is. */
export function firstShown(film: Film): number {
  const first = film.scenes.findIndex(
    (scene) => scene.names.length > 0 || scene.objects.length > 0 || scene.output !== '',
  );
  return Math.max(0, first);
}
