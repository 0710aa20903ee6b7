import * as words from '../../../_words';
import { picturedObjects } from '../../lesson/mini-layout';
import { MiniPicture } from '../../lesson/mini-picture';
import type { Film } from '../../stage/film/film';
import styles from './step-picture.module.css';

/** A small still of one step with the counts, and what it shows in words, for those who do not see it. */
export function StepPicture({ film, step, caption }: { film: Film; step: number; caption: string }) {
  return (
    <figure className={styles.picture} data-picture={step}>
      <figcaption>{caption}</figcaption>
      <MiniPicture film={film} n={step} withCounts />
      <p className="sr">{inWords(film, step)}</p>
    </figure>
  );
}

function inWords(film: Film, step: number): string {
  const scene = film.scenes[step];
  const roles = new Map(picturedObjects(film).map((role) => [role.id, role]));
  const t = words.quiz.picture;
  const names = film.cast.names.flatMap(({ key, name }) => {
    const state = scene?.names.find((one) => one.key === key && one.status === 'bound');
    const role = roles.get(state?.target ?? -1);
    return role === undefined ? [] : [t.refers(name, role.number)];
  });
  const objects = (scene?.objects ?? []).flatMap(({ id, status, count }) => {
    const role = roles.get(id);
    const said = status === 'freed' ? words.stage.freed : words.stage.count(count);
    return role === undefined ? [] : [t.object(role.number, role.kind, said)];
  });
  return [...names, ...objects].join(' ');
}
