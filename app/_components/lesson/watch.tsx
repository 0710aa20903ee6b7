'use client';

import { ProgramPlayer } from '../player/program-player';
import type { Film } from '../stage/film/film';
import { useStepInUrl } from './use-step-in-url';

/** The mode Watch: the player, with its step in the address. */
export function Watch({ film }: { film: Film }) {
  const [n, go] = useStepInUrl(film.scenes.length - 1);
  return <ProgramPlayer film={film} n={n} onStep={go} />;
}
