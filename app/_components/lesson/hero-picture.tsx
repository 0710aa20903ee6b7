import * as words from '../../_words';
import type { Film } from '../stage/film/film';
import { Stage } from '../stage/stage';
import styles from './hero-picture.module.css';

/** The stage itself, at a step; at the one that surprises where none is named: what one name writes, the other shows. */
export function HeroPicture({ film, step }: { film: Film; step?: number }) {
  const written = film.scenes.find((scene) => scene.marks.includes('write'));
  const n = Math.min(step ?? written?.n ?? film.scenes.length, film.scenes.length - 1);
  return (
    <figure className={styles.picture}>
      <div className={styles.stage} inert>
        <Stage film={film} n={n} form="narrow" />
      </div>
      <figcaption>
        {words.lesson.stepOf(n)}: <code>{film.scenes[n]?.code}</code>
      </figcaption>
    </figure>
  );
}
